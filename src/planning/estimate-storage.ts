const DAY_MS = 86_400_000;

/** What is known of how a resource grows, from its past backups. */
export interface GrowthOfResource {
  /** Bytes that one backup of everything adds to a vault. */
  readonly fullBytes: number;
  /** Bytes that change in a day; 0 where there is only one backup to learn from. */
  readonly bytesPerDay: number;
}

/** One backup that was made: when, and what it added to its vault. */
export interface PastBackup {
  readonly createdAt: number;
  readonly addedBytes: number;
}

/**
 * The largest backup is taken for a full one, and what the later ones added is spread over the days between the first and the last. The points
 * of the largest may be long gone: `largestBytes` is what it added, as far as that is still known. Nothing where there is no backup to learn from.
 */
export function growthOf(past: readonly PastBackup[], largestBytes = 0): GrowthOfResource | undefined {
  const inOrder = past.toSorted((one, other) => one.createdAt - other.createdAt);
  const [first, ...later] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const days = (last.createdAt - first.createdAt) / DAY_MS;
  const added = later.reduce((sum, { addedBytes }) => sum + addedBytes, 0);
  return {
    fullBytes: Math.max(largestBytes, ...past.map(({ addedBytes }) => addedBytes)),
    bytesPerDay: days > 0 ? added / days : 0,
  };
}

/**
 * What the points of one resource take in one vault: the oldest in full, each further one what has changed since the one before it, and
 * never more than in full. An estimate: bytes that come back or that several resources share count each time.
 */
export function estimateStorage(createdAts: readonly number[], growth: GrowthOfResource): number {
  const inOrder = createdAts.toSorted((one, other) => one - other);
  return inOrder.reduce((sum, createdAt, place) => {
    const before = inOrder[place - 1];
    if (before === undefined) return sum + growth.fullBytes;
    return sum + Math.min(growth.fullBytes, (growth.bytesPerDay * (createdAt - before)) / DAY_MS);
  }, 0);
}
