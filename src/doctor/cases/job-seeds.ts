import type { CopyJob } from '@aws-sdk/client-backup';
import { toLifecycle } from '../../aws/services/backup/lifecycle-shape.ts';
import { listed } from '../live/live-calls.ts';
import { SourceError } from '../source-error.ts';
import type { JobFacts } from '../sources.ts';
import { type CaseSeed, copyLabel, shortName } from './case-seed.ts';
import { type Finder, listOrGap, placesOf } from './finder.ts';

/** The copy that a job made or could not make. Throws SourceError where no open account knows the job. */
export async function jobSeed(finder: Finder, copyJobId: string): Promise<CaseSeed> {
  const answers = await Promise.all(
    placesOf(finder).map(async ({ door, region }) =>
      door.ask('backup:DescribeCopyJob', region, { CopyJobId: copyJobId }),
    ),
  );
  for (const answer of answers) {
    const seed = answer.kind === 'answered' && answer.value.CopyJob && toSeed(answer.value.CopyJob);
    if (seed) return seed;
  }
  const refused = answers.find((answer) => answer.kind === 'refused');
  const where = `account ${finder.reader.doors.map(({ account }) => account).join(', ')} in ${finder.regions.join(', ')}`;
  if (refused !== undefined) {
    throw new SourceError(
      'refused',
      `The copy job ${copyJobId} could not be read in ${where}: backup:DescribeCopyJob is not allowed.`,
    );
  }
  throw new SourceError(
    'not-found',
    `There is no copy job ${copyJobId} in ${where}. Copy jobs are kept for 30 days, by the account and Region that started them.`,
  );
}

/** The newest job of each way that copies of the open accounts have taken: role, vaults and type. `account` keeps those that touch it. */
export async function historySeeds(finder: Finder, account?: string): Promise<readonly CaseSeed[]> {
  const lists = await Promise.all(
    placesOf(finder).map(async ({ door, region }) => {
      const list = await door.askAll('backup:ListCopyJobs', region, {}, ({ CopyJobs, NextToken }) => ({
        items: CopyJobs,
        next: listed(NextToken),
      }));
      return listOrGap(finder, list, `copy jobs of account ${door.account} in ${region}`);
    }),
  );
  const newest = new Map<string, CopyJob>();
  for (const job of lists.flat().toSorted(byAge)) newest.set(wayOf(job), job);
  return [...newest.values()].flatMap((job) => {
    const seed = toSeed(job);
    return seed !== undefined && (account === undefined || touches(seed, account)) ? [seed] : [];
  });
}

const byAge = (one: CopyJob, other: CopyJob): number =>
  (one.CreationDate?.getTime() ?? 0) - (other.CreationDate?.getTime() ?? 0);

const wayOf = (job: CopyJob): string =>
  [job.IamRoleArn, job.SourceBackupVaultArn, job.DestinationBackupVaultArn, job.ResourceType].join(' ');

const touches = ({ copy }: CaseSeed, account: string): boolean =>
  [copy.sourceVaultArn, copy.destinationVaultArn].some((arn) => arn.split(':')[4] === account);

function toSeed(job: CopyJob): CaseSeed | undefined {
  const { SourceBackupVaultArn, SourceRecoveryPointArn, DestinationBackupVaultArn, IamRoleArn } = job;
  if (
    SourceBackupVaultArn === undefined ||
    SourceRecoveryPointArn === undefined ||
    DestinationBackupVaultArn === undefined ||
    IamRoleArn === undefined
  ) {
    return undefined;
  }
  const copy = {
    roleArn: IamRoleArn,
    sourceVaultArn: SourceBackupVaultArn,
    pointArn: SourceRecoveryPointArn,
    destinationVaultArn: DestinationBackupVaultArn,
    lifecycle: toLifecycle(job.DestinationRecoveryPointLifecycle) ?? null,
  };
  const what = shortName(job.ResourceArn ?? SourceRecoveryPointArn);
  return { label: copyLabel(what, copy), copy, origin: { kind: 'job', job: toJobFacts(job) } };
}

const toJobFacts = (job: CopyJob): JobFacts => ({
  id: job.CopyJobId ?? '',
  state: job.State ?? '',
  statusMessage: job.StatusMessage ?? null,
  messageCategory: job.MessageCategory ?? null,
  createdAt: job.CreationDate?.getTime() ?? 0,
  completedAt: job.CompletionDate?.getTime() ?? null,
  resourceArn: job.ResourceArn ?? null,
  planId: job.CreatedBy?.BackupPlanId ?? null,
});
