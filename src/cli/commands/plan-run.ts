import { setTimeout as sleep } from 'node:timers/promises';
import { BackupClient, DescribeBackupJobCommand, paginateListCopyJobs } from '@aws-sdk/client-backup';
import type { Command } from 'commander';
import { clientConfig } from '../aws-session.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { type JobFlags, withSessionFlags } from '../job-flags.ts';
import { callOperator } from '../operator-client.ts';
import { openTerminal, table } from '../terminal.ts';

interface RunFlags extends JobFlags {
  readonly rule?: string;
}

interface StartedRun {
  readonly jobs: readonly { readonly id: string; readonly rule: string; readonly resourceArn: string }[];
}

/** One backup or copy of the run. */
interface RunJob {
  readonly kind: 'backup' | 'copy';
  readonly id: string;
  readonly state: string;
  readonly resourceArn: string;
  readonly statusMessage: string | undefined;
  readonly recoveryPointArn: string | undefined;
}

const POLL_MS = 250;
const ENDED = new Set(['COMPLETED', 'FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL']);

/** `crossvault plan run`: a failed job is exit code 1. */
export function addPlanRun(plan: Command): void {
  withSessionFlags(
    plan.command('run <plan-id>').description('Run a plan now, beside its schedule; waits for the copies'),
  )
    .option('--rule <name>', 'this rule only')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--no-wait', 'start the jobs and return')
    .addHelpText('after', '\nExample:\n  crossvault plan run 8f81f553-3a74-4a3f-b93d-b3360dc80c50 --rule nightly\n')
    .action(run);
}

async function run(planId: string, flags: RunFlags): Promise<void> {
  const terminal = openTerminal(flags.output);
  const body = flags.rule === undefined ? {} : { rule: flags.rule };
  const { jobs: started } = await callOperator<StartedRun>(flags, 'POST', `plans/${planId}/run`, body);
  if (!flags.wait) {
    const rows = started.map(({ rule, id, resourceArn }) => [rule, id, resourceArn]);
    return terminal.answer(started, rows.length === 0 ? [NOTHING] : table(['RULE', 'BACKUP JOB', 'RESOURCE'], rows));
  }
  const client = new BackupClient(clientConfig(flags));
  let jobs = await look(client, started);
  while (!jobs.every(({ state }) => ENDED.has(state))) {
    const ended = jobs.filter(({ state }) => ENDED.has(state)).length;
    terminal.progress(`${ended} of ${jobs.length} jobs ended`);
    await sleep(POLL_MS);
    jobs = await look(client, started);
  }
  terminal.progress(undefined);
  terminal.answer(
    jobs,
    jobs.length === 0 ? [NOTHING] : table(['JOB', 'STATE', 'RESOURCE', 'RECOVERY POINT'], jobs.map(row)),
  );
  const failed = jobs.filter(({ state }) => state !== 'COMPLETED');
  if (failed.length > 0) throw new CommandError(EXIT.finding, failed.map(sentence).join('\n'));
}

const NOTHING = 'The selections of the plan take no resource: nothing was started.';

/** The backups of a run and the copies that have followed them so far. A backup's copies are there once it has completed. */
async function look(client: BackupClient, started: StartedRun['jobs']): Promise<readonly RunJob[]> {
  const found = await Promise.all(
    started.map(async ({ id }): Promise<readonly RunJob[]> => {
      const job = await client.send(new DescribeBackupJobCommand({ BackupJobId: id }));
      const backup: RunJob = {
        kind: 'backup',
        id,
        state: job.State ?? 'CREATED',
        resourceArn: job.ResourceArn ?? '',
        statusMessage: job.StatusMessage,
        recoveryPointArn: job.RecoveryPointArn,
      };
      return job.RecoveryPointArn === undefined
        ? [backup]
        : [backup, ...(await copiesOf(client, job.RecoveryPointArn))];
    }),
  );
  return found.flat();
}

async function copiesOf(client: BackupClient, recoveryPointArn: string): Promise<readonly RunJob[]> {
  const copies: RunJob[] = [];
  for await (const { CopyJobs = [] } of paginateListCopyJobs(
    { client },
    { BySourceRecoveryPointArn: recoveryPointArn },
  )) {
    for (const job of CopyJobs) {
      copies.push({
        kind: 'copy',
        id: job.CopyJobId ?? '',
        state: job.State ?? 'CREATED',
        resourceArn: job.ResourceArn ?? '',
        statusMessage: job.StatusMessage,
        recoveryPointArn: job.DestinationRecoveryPointArn,
      });
    }
  }
  return copies;
}

const row = (job: RunJob): string[] => [job.kind, job.state, job.resourceArn, job.recoveryPointArn ?? ''];

const sentence = ({ kind, id, state, statusMessage }: RunJob): string =>
  `${kind} job ${id} ended ${state}: ${statusMessage ?? 'no message'}`;
