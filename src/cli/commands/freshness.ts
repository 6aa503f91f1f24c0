import type { Command } from 'commander';
import type { FreshnessAnswer } from '../../server/operator/freshness.ts';
import { wrapText } from '../../util/wrap-text.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { openTerminal, paint, textWidth } from '../terminal.ts';

interface FreshnessFlags extends OperatorFlags {
  readonly plan?: string;
  readonly account?: string;
  readonly region?: string;
  readonly maxAge?: string;
  readonly output: string;
}

/** `crossvault freshness`: anything that is older than it should be is exit code 1. */
export function freshnessCommand(program: Command): void {
  program
    .command('freshness')
    .description('Whether each resource has the backups and copies that its plans promise; for cron and CI')
    .option('--plan <id>', 'the resources of this plan only')
    .option('--account <id>', 'the resources and plans of this account only')
    .option('--region <name>', 'those of this Region only')
    .option('--max-age <duration>', 'ask for this age (P1D, PT36H) instead of what the plans promise')
    .option('--endpoint-url <url>', 'the server')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nA plan promises, at each vault that it writes and copies to, a usable point of\nits last run; a job that has its time still is under way. Usable: complete, and\nits key is enabled.\n\nExit codes: 0 all is there, 1 something is stale, 69 no server.\n\nExample, in a crontab:\n  0 9 * * * crossvault freshness || mail-somebody\n',
    )
    .action(async (flags: FreshnessFlags) => {
      const answer = await callOperator<FreshnessAnswer>(flags, 'GET', `freshness${toQuery(flags)}`);
      openTerminal(flags.output).answer(answer, toLines(answer));
      const stale = answer.resources.filter(({ verdict }) => verdict === 'stale');
      if (stale.length > 0)
        throw new CommandError(EXIT.finding, `${stale.length} of ${answer.resources.length} resources are not fresh.`);
    });
}

function toQuery({ plan, account, region, maxAge }: FreshnessFlags): string {
  const wanted = Object.entries({ plan, account, region, maxAge }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted).toString()}`;
}

type Resource = FreshnessAnswer['resources'][number];
type Place = Resource['places'][number];

function toLines({ resources, now }: FreshnessAnswer): string[] {
  const blocks = resources.flatMap((resource) => [...resourceLines(resource), '']);
  const count = (verdict: Resource['verdict']): number => resources.filter((one) => one.verdict === verdict).length;
  const unplanned = count('no-plan') > 0 ? `, ${count('no-plan')} under no plan` : '';
  return [...blocks, `${minute(now)}: ${count('fresh')} fresh, ${count('stale')} stale${unplanned}.`];
}

const SIGNS: Readonly<Record<Resource['verdict'] | Place['verdict'], string>> = {
  fresh: paint('green', '✓'),
  stale: paint('red', '✗'),
  'under-way': paint('yellow', '…'),
  'not-due': paint('yellow', '…'),
  'no-plan': paint('yellow', '?'),
};

function resourceLines({ resourceName, resourceType, resourceArn, verdict, places, newest }: Resource): string[] {
  const nothing = `under no plan; newest point: ${pointText(newest)}`;
  return [
    ...hang(SIGNS[verdict], `${paint('bold', resourceName ?? '')}  ${resourceType}  ${resourceArn}`, 0),
    ...(places.length === 0 ? hang(' ', nothing, 2) : places.flatMap(placeLines)),
  ];
}

function placeLines({ kind, vaultArn, newest, promise, verdict, because }: Place): string[] {
  const [, , , region = '', account = '', , name = ''] = vaultArn.split(':');
  const promised =
    promise === null
      ? 'nothing is due yet'
      : `promised of ${minute(promise.at)}, rule ${promise.rule} of plan ${promise.planName}`;
  return [
    ...hang(SIGNS[verdict], `${kind.padEnd(6)}  ${account} ${region} ${name}: ${pointText(newest)}`, 2),
    ...hang(' ', `${verdict === 'under-way' ? 'under way; ' : ''}${promised}`, 2),
    ...(because === undefined ? [] : hang(' ', because, 2)),
  ];
}

function pointText(point: Resource['newest']): string {
  return point === null ? 'none' : `${minute(point.createdAt)}, ${age(point.ageSeconds)} old`;
}

/** `3 h`, `12 d` */
function age(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours >= 72) return `${Math.floor(hours / 24)} d`;
  return hours >= 2 ? `${hours} h` : `${Math.floor(seconds / 60)} min`;
}

const minute = (iso: string): string => `${iso.slice(0, 16)}Z`;

function hang(sign: string, words: string, indent: number): string[] {
  return wrapText(words, textWidth() - indent - 2).map(
    (line, index) => `${' '.repeat(indent)}${index === 0 ? sign : ' '} ${line}`,
  );
}
