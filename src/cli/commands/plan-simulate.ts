import type { Command } from 'commander';
import type { SimulationAnswer } from '../../server/operator/simulation-answer.ts';
import { printSize } from '../../util/size.ts';
import { wrapText } from '../../util/wrap-text.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { openTerminal, paint, table, textWidth } from '../terminal.ts';

interface SimulateFlags extends OperatorFlags {
  readonly until: string;
  readonly lang: string;
  readonly all?: boolean;
  readonly output: string;
}

/** Runs that are listed without `--all`: a screen of them. */
const RUNS_LISTED = 30;

/** `crossvault plan simulate`: a backup or copy that will not happen is exit code 1. */
export function addPlanSimulate(plan: Command): void {
  plan
    .command('simulate <plan-id>')
    .description('Which backups and copies a plan will make, which not and why, and what they will take')
    .requiredOption('--until <date>', 'look ahead to the end of this day, such as 2027-06-30')
    .option('--all', `list every run, not only the first ${RUNS_LISTED}`)
    .option('--lang <language>', 'en, es, ja or zh-TW, for the reasons and mends', 'en')
    .option('--endpoint-url <url>', 'the server')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nNothing is changed. The storage is an estimate from what past backups added.\n\nExample:\n  crossvault plan simulate 8f81f553-3a74-4a3f-b93d-b3360dc80c50 \\\n    --until 2027-06-30\n',
    )
    .action(simulate);
}

async function simulate(planId: string, flags: SimulateFlags): Promise<void> {
  const { until, lang } = flags;
  const answer = await callOperator<SimulationAnswer>(flags, 'POST', `plans/${planId}/simulate`, { until, lang });
  openTerminal(flags.output).answer(answer, [
    ...head(answer),
    ...refusalLines(answer),
    ...runLines(answer, flags.all === true),
    ...vaultLines(answer),
  ]);
  const { failingBackups, failingCopies } = answer.summary;
  if (failingBackups + failingCopies > 0)
    throw new CommandError(EXIT.finding, `${failing(answer.summary)} will not happen.`);
}

function head({ plan, from, until, summary, isCut }: SimulationAnswer): string[] {
  const { backups, copies } = summary;
  const cut = isCut ? ['There is more than is told here: choose an earlier day.'] : [];
  return [
    `${paint('bold', plan.name)}  ${plan.id}`,
    `${plan.account} ${plan.region}, from ${minute(from)} until ${minute(until)}`,
    `${count(backups, 'backup')} and ${count(copies, 'copy', 'copies')} will be made; ${failing(summary)} will not happen.`,
    ...cut,
  ];
}

const failing = ({ failingBackups, failingCopies }: SimulationAnswer['summary']): string =>
  `${count(failingBackups, 'backup')} and ${count(failingCopies, 'copy', 'copies')}`;

function refusalLines({ refusals }: SimulationAnswer): string[] {
  const blocks = refusals.flatMap((refusal) => {
    const what = refusal.kind === 'copy' ? count(refusal.count, 'copy', 'copies') : count(refusal.count, 'backup');
    const into = `${refusal.kind === 'copy' ? 'to' : 'into'} ${place(refusal.vaultArn)}`;
    const resources = count(refusal.resourceArns.length, 'resource');
    const title = `${what} of ${resources} ${into}, rule ${refusal.rule}, from ${minute(refusal.firstAt)} on`;
    return [
      '',
      ...hang(paint('red', '✗'), title),
      ...hang(' ', refusal.statusMessage),
      ...(refusal.mend === undefined ? [] : hang(paint('green', '→'), refusal.mend)),
    ];
  });
  return blocks.length === 0 ? [] : ['', paint('bold', 'WILL NOT HAPPEN'), ...blocks.slice(1)];
}

function hang(sign: string, words: string): string[] {
  return wrapText(words, textWidth() - 3).map((line, index) => ` ${index === 0 ? sign : ' '} ${line}`);
}

/** One line a run: its resources share their dates. */
function runLines({ backups }: SimulationAnswer, isAll: boolean): string[] {
  const runs = [...Map.groupBy(backups, ({ at, rule }) => `${at} ${rule}`).values()];
  const rows = (isAll ? runs : runs.slice(0, RUNS_LISTED)).flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    const copies = run.flatMap((backup) => backup.copies);
    return [
      [
        minute(first.at),
        first.rule.slice(0, 18),
        tally(run),
        keptUntil(run),
        copies.length === 0 ? '-' : tally(copies),
        copies.length === 0 ? '' : keptUntil(copies),
      ],
    ];
  });
  if (rows.length === 0) return ['', 'No run of the plan counts for any resource until then.'];
  const left = runs.length - rows.length;
  const more = left > 0 ? [`… and ${count(left, 'more run')}; --all lists them, --output json has all`] : [];
  return ['', ...table(['RUN', 'RULE', 'BACKUPS', 'KEPT UNTIL', 'COPIES', 'KEPT UNTIL'], rows), ...more];
}

type Point = SimulationAnswer['backups'][number]['copies'][number];

function tally(points: readonly Pick<Point, 'happens'>[]): string {
  const made = points.filter(({ happens }) => happens).length;
  return made === points.length ? String(made) : `${made} of ${points.length}`;
}

/** The first and the last day, where they differ. */
function keptUntil(points: readonly Point[]): string {
  const days = points.flatMap((point) =>
    point.happens ? [point.isTemporary ? 'copied' : (point.deleteAt?.slice(0, 10) ?? 'for ever')] : [],
  );
  const [first = '-', ...others] = [...new Set(days)].sort();
  return others.length === 0 ? first : `${first}…`;
}

function vaultLines({ vaults, until }: SimulationAnswer): string[] {
  if (vaults.length === 0) return [];
  const about = (bytes: number | undefined): string => (bytes === undefined ? 'unknown' : `about ${printSize(bytes)}`);
  const rows = vaults.flatMap(({ vaultArn, points, pointsNow, coldPoints, estimatedBytes, estimatedColdBytes }) => [
    [place(vaultArn), String(points), String(pointsNow), about(estimatedBytes)],
    ...(coldPoints === 0 ? [] : [['  of it in cold storage', String(coldPoints), '', about(estimatedColdBytes)]]),
  ]);
  return [
    '',
    `What will lie there on ${until.slice(0, 10)}:`,
    ...table(['VAULT', 'POINTS', 'OF TODAY', 'STORAGE'], rows),
  ];
}

/** `111122223333 eu-west-1 vault` */
function place(vaultArn: string): string {
  const [, , , region = '', account = '', , name = ''] = vaultArn.split(':');
  return `${account} ${region} ${name}`;
}

const minute = (iso: string): string => `${iso.slice(0, 16)}Z`;

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
