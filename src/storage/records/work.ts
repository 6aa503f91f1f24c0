import { sql } from 'kysely';
import { parseVaultArn } from '../../model/vault.ts';
import { StorageError } from '../storage-error.ts';
import { copiesHeldBack } from './copy-quotas.ts';
import { HELD_BACK_AT_A_LOOK_MAX, ROWS_PER_INSERT } from './limits.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import type { WorkTable } from './schema.ts';

export type WorkKind = 'backup' | 'copy' | 'restore';

/** A job that this process may work on until the lease ends. The fence goes into every write that follows from the claim. */
export interface Claim {
  readonly jobId: string;
  readonly kind: WorkKind;
  readonly resourceArn: string;
  readonly fence: number;
  /** 1 at the first try. */
  readonly attempts: number;
}

/** Puts jobs in line, in the transaction that writes their rows. */
export async function enqueueWork(db: Database, ...work: readonly NewWork[]): Promise<void> {
  const rows = work.map(({ jobId, kind, resourceArn, lane, notBefore }) => ({
    job_id: jobId,
    kind,
    resource_arn: resourceArn,
    lane: lane ?? resourceArn,
    not_before: notBefore,
    lease_owner: null,
    lease_until: 0,
    fence: 0,
    attempts: 0,
    paused_until: null,
  }));
  for (let first = 0; first < rows.length; first += ROWS_PER_INSERT) {
    await db
      .insertInto('work')
      .values(rows.slice(first, first + ROWS_PER_INSERT))
      .execute();
  }
}

export interface NewWork {
  readonly jobId: string;
  readonly kind: WorkKind;
  readonly resourceArn: string;
  /** Jobs of one lane run one at a time; default: the resource's. */
  readonly lane?: string;
  readonly notBefore: number;
}

/**
 * AWS runs one backup or copy job of a resource at a time, yet up to thirty copies of it into other accounts (Developer Guide, "Quotas"). Those
 * have a lane for each destination vault: one after the other there, a copy finds what the one before it brought.
 */
export function copyLane(job: {
  readonly account_id: string;
  readonly resource_arn: string;
  readonly destination_vault_arn: string;
}): string {
  const isOwn = parseVaultArn(job.destination_vault_arn)?.account === job.account_id;
  return isOwn ? job.resource_arn : `${job.resource_arn} ${job.destination_vault_arn}`;
}

/** Whether a claim might find something: jobs that are due and whose lease is free. */
export async function hasDueWork(
  db: Database,
  { now, machineNow }: { now: number; machineNow: number },
): Promise<boolean> {
  const due = await db
    .selectFrom('work')
    .select('job_id')
    .where('not_before', '<=', now)
    .where('lease_until', '<=', machineNow)
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

/**
 * Claims the jobs that have waited longest among those that are due, whose lease is free or has run out, in whose lane no other leased job is,
 * and that no quota of running copies holds back: at most `max`, one of each lane. `machineNow` is the machine's time; `now` the service's. The
 * last statement asks again, so that it holds on PostgreSQL with many workers as well.
 */
export async function claimWork(
  db: Database,
  wish: { owner: string; leaseMs: number; now: number; machineNow: number; max: number },
): Promise<Claim[]> {
  const { owner, leaseMs, now, machineNow, max } = wish;
  const candidates = await claimable(db, { now, machineNow, limit: max + HELD_BACK_AT_A_LOOK_MAX });
  const copies = candidates.filter(({ kind }) => kind === 'copy').map(({ job_id }) => job_id);
  const heldBack = await copiesHeldBack(db, copies, machineNow);
  const chosen = candidates.filter(({ job_id }) => !heldBack.has(job_id)).slice(0, max);
  if (chosen.length === 0) return [];
  const claimed = await db
    .updateTable('work')
    .set((eb) => ({
      lease_owner: owner,
      lease_until: machineNow + leaseMs,
      fence: eb('fence', '+', 1),
      attempts: eb('attempts', '+', 1),
      paused_until: null,
    }))
    .where(
      'job_id',
      'in',
      chosen.map(({ job_id }) => job_id),
    )
    .where('lease_until', '<=', machineNow)
    .returning(['job_id', 'kind', 'resource_arn', 'fence', 'attempts', 'not_before'])
    .execute();
  const inOrder = claimed.toSorted((a, b) => a.not_before - b.not_before || (a.job_id < b.job_id ? -1 : 1));
  return inOrder.map(({ job_id: jobId, kind, resource_arn: resourceArn, fence, attempts }) => ({
    jobId,
    kind: kind as WorkKind,
    resourceArn,
    fence,
    attempts,
  }));
}

/** The first job of each lane that is free, in the order of their waiting: a long line in one lane hides none of another. */
async function claimable(
  db: Database,
  { now, machineNow, limit }: { now: number; machineNow: number; limit: number },
): Promise<readonly Pick<WorkTable, 'job_id' | 'kind'>[]> {
  return await db
    .selectFrom((due) =>
      due
        .selectFrom('work')
        .select(['job_id', 'kind', 'lane', 'not_before'])
        .select(sql<number>`row_number() over (partition by lane order by not_before, job_id)`.as('place'))
        .where('not_before', '<=', now)
        .where('lease_until', '<=', machineNow)
        .as('candidate'),
    )
    .select(['candidate.job_id', 'candidate.kind'])
    .where('candidate.place', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          // One that pauses between two tries is held by nobody, and keeps nobody waiting.
          selectFrom('work as other')
            .select('other.job_id')
            .whereRef('other.lane', '=', 'candidate.lane')
            .where('other.lease_until', '>', machineNow)
            .where('other.lease_owner', 'is not', null),
        ),
      ),
    )
    .orderBy('candidate.not_before')
    .orderBy('candidate.job_id')
    .limit(limit)
    .execute();
}

/** Keeps the lease; throws StorageError `lease-lost` when another worker has claimed the job since. */
export async function renewWork(db: Database, claim: Claim, leaseUntil: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('work')
    .set({ lease_until: leaseUntil })
    .where('job_id', '=', claim.jobId)
    .where('fence', '=', claim.fence)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw leaseLost(claim);
}

/**
 * Gives the job back. Nobody claims it before `machineUntil`, in the machine's time, since a pause passes even when the service's clock
 * stands still; unless that clock is moved past `until` before. Throws `lease-lost` as above.
 */
export async function releaseWork(
  db: Database,
  claim: Claim,
  { machineUntil, until }: { machineUntil: number; until: number | null },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('work')
    .set({ lease_owner: null, lease_until: machineUntil, paused_until: until })
    .where('job_id', '=', claim.jobId)
    .where('fence', '=', claim.fence)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw leaseLost(claim);
}

/** Ends the work, in the transaction that writes the job's last state; throws `lease-lost`, which undoes that transaction. */
export async function finishWork(db: Database, claim: Claim): Promise<void> {
  const ended = await endOfWork(db, claim.jobId, claim.fence);
  if (ended.length !== 1) throw leaseLost(claim);
}

const endOfWork = prepared((db: Database, jobId: string, fence: number) =>
  db.deleteFrom('work').where('job_id', '=', jobId).where('fence', '=', fence).returning('job_id'),
);

/** Takes a job that no worker holds out of the line: nobody will claim it. */
export async function dropWork(db: Database, jobId: string): Promise<void> {
  await db.deleteFrom('work').where('job_id', '=', jobId).execute();
}

/** When the next job may begin that may not yet at `now`, in the service's time; nothing where none waits for a date. */
export async function nextWorkDue(db: Database, now: number): Promise<number | undefined> {
  const waiting = await db
    .selectFrom('work')
    .select('not_before as at')
    .where('not_before', '>', now)
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst();
  const paused = await db
    .selectFrom('work')
    .select((eb) => eb.fn.min('paused_until').as('at'))
    .where('paused_until', 'is not', null)
    .executeTakeFirst();
  const dates = [waiting?.at, paused?.at].filter((at): at is number => at !== undefined && at !== null);
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** Ends the pauses that are over by the service's time: a clock that was moved has waited for them. */
export async function endPauses(db: Database, now: number): Promise<void> {
  await db
    .updateTable('work')
    .set({ lease_until: 0, paused_until: null })
    .where('paused_until', '<=', now)
    .where('lease_owner', 'is', null)
    .execute();
}

/** Frees every lease: for the embedded server, which alone holds its data directory and so knows that the holders are dead. */
export async function freeAllLeases(db: Database): Promise<void> {
  await db.updateTable('work').set({ lease_owner: null, lease_until: 0, paused_until: null }).execute();
}

const leaseLost = (claim: Claim): StorageError =>
  new StorageError('lease-lost', { job: claim.jobId, fence: claim.fence });
