/**
 * `npm run bench -- scheduler`: what a tick of the scheduler costs with ever more plans that are not due: a look that finds nothing, and ten plans
 * that are due among the others, each with ten resources.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { JobContext } from '../../src/jobs/job-context.ts';
import { planRuns } from '../../src/jobs/plan-runs.ts';
import type { BackupPlan } from '../../src/model/backup-plan.ts';
import { systemRandom } from '../../src/server/clocks.ts';
import { ensureAccount } from '../../src/storage/records/accounts.ts';
import { insertPlan } from '../../src/storage/records/backup-plans.ts';
import { replaceSelections } from '../../src/storage/records/backup-selections.ts';
import type { Records } from '../../src/storage/records/records.ts';
import { registerResource } from '../../src/storage/records/resources.ts';
import { openSqlite } from '../../src/storage/records/sqlite.ts';
import { commit, machineFacts } from './machine.ts';
import { UsageError } from './options.ts';

const HELP = `Measures a tick of the scheduler: nothing due, and 10 plans due with 10 resources each.

  npm run bench -- scheduler [options]

Options:
  --plans N        plans that are not due, at most; tenths and hundredths of it first (default 100000)
  --ticks N        ticks of each kind; medians are told (default 20)
  --help
`;

const NOW = Date.UTC(2027, 0, 1);
const PLACE = { account: '111111111111', region: 'eu-central-1' };
const DUE_PLANS = 10;
const RESOURCES_EACH = 10;
const PLANS_PER_TRANSACTION = 500;

interface SchedulerResult {
  readonly plans: number;
  /** Medians, in milliseconds. */
  readonly idleMs: number;
  readonly dueMs: number;
}

/** Prints a line for each number of plans and adds them to the history. Returns the exit code. */
export async function benchScheduler(args: readonly string[], history: string): Promise<number> {
  const options = parse(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const machine = machineFacts('.');
  const folder = mkdtempSync(path.join(tmpdir(), 'crossvault-bench-scheduler-'));
  const records = await openSqlite(path.join(folder, 'records.sqlite'));
  try {
    const due = await addDuePlans(records);
    const results: SchedulerResult[] = [];
    let added = 0;
    for (const plans of [options.plans / 100, options.plans / 10, options.plans].map(Math.ceil)) {
      await addPlans(records, plans - added);
      added = plans;
      const result = { plans, ...(await measure(records, due, options.ticks)) };
      console.log(lineOf(result));
      results.push(result);
    }
    mkdirSync(path.dirname(history), { recursive: true });
    const record = {
      at: new Date().toISOString(),
      commit: commit(),
      machine,
      works: ['scheduler'],
      ...options,
      results,
    };
    appendFileSync(history, `${JSON.stringify(record)}\n`);
    return 0;
  } finally {
    await records.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const lineOf = ({ plans, idleMs, dueMs }: SchedulerResult): string =>
  `${plans} plans not due: ${(idleMs * 1000).toFixed(0)} µs a tick with nothing due; ${dueMs.toFixed(1)} ms for ${DUE_PLANS} plans that make ${DUE_PLANS * RESOURCES_EACH} jobs`;

async function measure(
  records: Records,
  due: readonly string[],
  ticks: number,
): Promise<Pick<SchedulerResult, 'idleMs' | 'dueMs'>> {
  const log = pino({ level: 'silent' });
  const context = { records, random: systemRandom, log } as unknown as JobContext;
  const idle: number[] = [];
  const busy: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    idle.push(await timed(() => planRuns.run(context, NOW)));
    // Another date each time: a run is made once.
    const at = NOW - (lastTick += 1);
    await records.write((db) => db.updateTable('plan_runs').set({ due_at: at }).where('plan_id', 'in', due).execute());
    busy.push(await timed(() => planRuns.run(context, NOW)));
  }
  return { idleMs: median(idle), dueMs: median(busy) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const document = (name: string): BackupPlan => ({
  name,
  rules: [
    {
      id: name,
      name: 'nightly',
      vaultName: 'vault',
      schedule: 'cron(0 5 ? * * *)',
      timeZone: 'Europe/Berlin',
      startWindowMinutes: 480,
      completionWindowMinutes: 10_080,
      lifecycle: { deleteAfterDays: 35 },
      isContinuous: false,
    },
  ],
});

let lastPlan = 0;
let lastTick = 0;

async function addPlans(records: Records, count: number, account = '222222222222'): Promise<string[]> {
  const ids = Array.from({ length: count }, () => `plan-${(lastPlan += 1)}`);
  for (let first = 0; first < count; first += PLANS_PER_TRANSACTION) {
    await records.write(async (db) => {
      for (const id of ids.slice(first, first + PLANS_PER_TRANSACTION)) {
        const plan = { id, arn: id, account_id: account, region: PLACE.region, version_id: '1', managed_by: null };
        await insertPlan(db, { ...plan, creatorRequestId: null, document: document(id), now: NOW }, {});
      }
    });
  }
  return ids;
}

async function addDuePlans(records: Records): Promise<readonly string[]> {
  const plans = await addPlans(records, DUE_PLANS, PLACE.account);
  await records.write(async (db) => {
    await ensureAccount(db, PLACE.account, NOW);
    for (const id of plans) {
      for (let n = 0; n < RESOURCES_EACH; n += 1) {
        const resource = { ...PLACE, type: 'EBS', source: 'file:///srv/disk', tags: { plan: id } } as const;
        await registerResource(db, resource, { random: systemRandom, now: NOW });
      }
      const selection = { name: 'tagged', roleArn: 'role', tags: [{ key: 'plan', value: id }] };
      await replaceSelections(db, id, [selection], { now: NOW, random: systemRandom });
    }
  });
  return plans;
}

/** Throws UsageError. */
function parse(args: readonly string[]): { readonly plans: number; readonly ticks: number } | 'help' {
  try {
    const { help, plans, ticks } = parseArgs({
      args: [...args],
      options: {
        plans: { type: 'string', default: '100000' },
        ticks: { type: 'string', default: '20' },
        help: { type: 'boolean', default: false },
      },
    }).values;
    return help ? 'help' : { plans: above0('--plans', plans), ticks: above0('--ticks', ticks) };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function above0(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0)
    throw new UsageError(`${option} takes a whole number above zero, not "${text}"`);
  return value;
}
