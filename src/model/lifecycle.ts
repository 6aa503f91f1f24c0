import { spreadNumber } from '../util/spread-number.ts';

/** Lifecycle as a request carries it: days from a recovery point's creation. `-1` and absence both say "no limit". */
export interface Lifecycle {
  readonly moveToColdAfterDays?: number;
  readonly deleteAfterDays?: number;
  /** EBS's archive tier: `OptInToArchiveForSupportedResources`. */
  readonly optInToArchive?: boolean;
}

/** What holds for one recovery point: days as written, and the moments they come to. Absent: never. */
export interface AppliedLifecycle {
  readonly moveToColdAfterDays?: number;
  readonly deleteAfterDays?: number;
  readonly moveToColdAt?: number;
  readonly deleteAt?: number;
}

export type LifecycleFault = 'delete-out-of-range' | 'move-out-of-range' | 'delete-too-soon-after-move';

const DAY_MS = 86_400_000;

/** 100 years. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
export const RETENTION_DAYS_MAX = 36_500;

/** A point that went cold is kept there for at least so long. Same page. */
const COLD_DAYS_MIN = 90;

/** What is wrong with a lifecycle, or nothing. */
export function lifecycleFault(lifecycle: Lifecycle): LifecycleFault | undefined {
  const move = limited(lifecycle.moveToColdAfterDays);
  const remove = limited(lifecycle.deleteAfterDays);
  if (remove !== undefined && !isDayCount(remove, 1)) return 'delete-out-of-range';
  if (move !== undefined && !isDayCount(move, 0)) return 'move-out-of-range';
  if (move !== undefined && remove !== undefined && remove < move + COLD_DAYS_MIN) return 'delete-too-soon-after-move';
  return undefined;
}

/**
 * The lifecycle of a fresh recovery point, counted from `createdAt`. Types without a cold tier ignore the move, as AWS does: no
 * error, no move (devguide, "Backup plan options").
 */
export function applyLifecycle({
  lifecycle,
  createdAt,
  hasColdTier,
}: {
  lifecycle: Lifecycle | undefined;
  createdAt: number;
  hasColdTier: boolean;
}): AppliedLifecycle {
  const move = hasColdTier ? limited(lifecycle?.moveToColdAfterDays) : undefined;
  const remove = limited(lifecycle?.deleteAfterDays);
  return {
    ...(move === undefined ? {} : { moveToColdAfterDays: move, moveToColdAt: createdAt + move * DAY_MS }),
    ...(remove === undefined ? {} : { deleteAfterDays: remove, deleteAt: createdAt + remove * DAY_MS }),
  };
}

/**
 * The lifecycle of a copy. It counts from the source's creation, which is the copy's creation too. None requested: the source's
 * own. `-1` or no `deleteAfterDays`: the source's expiry is inherited; only a source that lives for ever gives a copy that does.
 */
export function applyCopyLifecycle({
  requested,
  source,
  sourceCreatedAt,
  hasColdTier,
}: {
  requested: Lifecycle | undefined;
  source: AppliedLifecycle;
  sourceCreatedAt: number;
  hasColdTier: boolean;
}): AppliedLifecycle {
  const isRequested = requested?.moveToColdAfterDays !== undefined || requested?.deleteAfterDays !== undefined;
  const moveToColdAfterDays = isRequested ? requested.moveToColdAfterDays : source.moveToColdAfterDays;
  const deleteAfterDays = limited(requested?.deleteAfterDays) ?? source.deleteAfterDays;
  const lifecycle = {
    ...(moveToColdAfterDays === undefined ? {} : { moveToColdAfterDays }),
    ...(deleteAfterDays === undefined ? {} : { deleteAfterDays }),
  };
  return applyLifecycle({ lifecycle, createdAt: sourceCreatedAt, hasColdTier });
}

/** AWS deletes a point at some moment in the eight hours after its last day (Developer Guide, "Deleting backups"). */
const EXPIRY_DELAY_MAX_MS = 8 * 3_600_000;

/**
 * The moment at which a point is deleted, or nothing for one that stays for ever. AWS draws it; here a point's own facts give it, so that a
 * job that was broken off and runs again, on this server or on one set up in the same way, comes to the same.
 */
export function expiryMoment(
  deleteAt: number | undefined,
  { vaultName, resourceName, createdAt }: { vaultName: string; resourceName: string; createdAt: number },
): number | undefined {
  if (deleteAt === undefined) return undefined;
  return deleteAt + spreadNumber(`${vaultName} ${resourceName} ${createdAt}`, EXPIRY_DELAY_MAX_MS);
}

/** Whether a retention lies in the range of a vault lock; a point kept for ever exceeds every maximum. */
export function isRetentionWithin(
  deleteAfterDays: number | undefined,
  { minDays, maxDays }: { minDays?: number | undefined; maxDays?: number | undefined },
): boolean {
  const days = limited(deleteAfterDays) ?? Number.POSITIVE_INFINITY;
  return days >= (minDays ?? 0) && days <= (maxDays ?? Number.POSITIVE_INFINITY);
}

const limited = (days: number | undefined): number | undefined => (days === -1 ? undefined : days);

const isDayCount = (days: number, min: number): boolean =>
  Number.isInteger(days) && days >= min && days <= RETENTION_DAYS_MAX;
