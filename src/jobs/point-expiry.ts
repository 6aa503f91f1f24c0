import { cannotBeDeleted } from '../messages/recovery-point.ts';
import {
  busyPoints,
  expiredPoints,
  heldPoints,
  keepExpired,
  nextExpiry,
  putOffExpiry,
  removeExpired,
} from '../storage/records/expiry.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { AgendaItem } from './agenda.ts';
import { deletionRightKey, mayDeleteExpired } from './deletion-right.ts';
import type { JobContext } from './job-context.ts';
import { BUSY_POINT_PAUSE_MS, EXPIRED_AT_ONCE_MAX } from './limits.ts';

/**
 * Recovery points whose time is over are deleted. One under a legal hold waits for its end; one that a job is reading, for that; one that may
 * not be deleted stays as EXPIRED. A vault's lock does not keep a point beyond its retention, as with AWS.
 */
export const pointExpiry: AgendaItem = {
  name: 'point-expiry',
  keepsOwnDates: true,
  nextDue: nextExpiry,
  async run(context, now) {
    while (await expireSome(context, now));
  },
};

/** Whether there may be more. */
async function expireSome(context: JobContext, now: number): Promise<boolean> {
  const { records, log } = context;
  const due = await records.read((db) => expiredPoints(db, now, EXPIRED_AT_ONCE_MAX));
  const rights = await deletionRights(context, due);
  const { removed, stuck } = await records.write(async (db) => {
    // Asked again inside the transaction: a hold, a job or another lifecycle may have come since.
    const still = (await expiredPoints(db, now, EXPIRED_AT_ONCE_MAX)).filter(({ arn }) => rights.has(arn));
    const busy = await busyPoints(db, arnsOf(still));
    const held = await heldPoints(db, still);
    const free = still.filter(({ arn }) => !held.has(arn) && !busy.has(arn));
    await putOffExpiry(db, arnsOf(still.filter(({ arn }) => held.has(arn))), null);
    await putOffExpiry(
      db,
      arnsOf(still.filter(({ arn }) => busy.has(arn) && !held.has(arn))),
      now + BUSY_POINT_PAUSE_MS,
    );
    const [deletable, refused] = [
      free.filter(({ arn }) => rights.get(arn)),
      free.filter(({ arn }) => !rights.get(arn)),
    ];
    await removeExpired(db, deletable);
    for (const point of refused) await keepExpired(db, point, cannotBeDeleted().text);
    return { removed: arnsOf(deletable), stuck: arnsOf(refused) };
  });
  if (removed.length > 0) log.info({ points: removed.length }, 'recovery points have expired');
  for (const point of stuck) log.warn({ point }, 'an expired recovery point could not be deleted');
  return due.length === EXPIRED_AT_ONCE_MAX;
}

/** For each point, whether it may be deleted. Points of one role have one answer, where its policies cannot tell them apart. */
async function deletionRights(
  context: JobContext,
  points: readonly RecoveryPointRow[],
): Promise<ReadonlyMap<string, boolean>> {
  const answers = new Map<string, Promise<boolean>>();
  const rights = points.map(async (point): Promise<[string, boolean]> => {
    const key = deletionRightKey(point);
    const answer = answers.get(key) ?? mayDeleteExpired(context, point);
    answers.set(key, answer);
    return [point.arn, await answer];
  });
  return new Map(await Promise.all(rights));
}

const arnsOf = (points: readonly RecoveryPointRow[]): string[] => points.map(({ arn }) => arn);
