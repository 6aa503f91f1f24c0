import type { Principal } from '../model/principal.ts';
import { type ColdObstacle, completeColdMove } from '../storage/records/cold-moves.ts';
import { anyPointOfDomain } from '../storage/records/manifests-in-use.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import { tagsOf } from '../storage/records/tags.ts';
import { StorageError } from '../storage/storage-error.ts';
import { randomUuid } from '../util/random.ts';
import { aboutPoint } from './about-point.ts';
import { type OpenDomain, openDomain, openPointDomain } from './domain-access.ts';
import type { JobContext } from './job-context.ts';
import { BUSY_POINT_PAUSE_MS } from './limits.ts';
import { pointKeyRight } from './restore-job.ts';

/**
 * Moves the bytes of a recovery point to cold storage: a copy into the cold domain of its vault and key, of what that lacks, then the record
 * names that domain. What only this point needed in the warm domain goes with the next prune. Broken off anywhere, the point is whole
 * where its record says, and another try goes on. The key is asked for as by `prune`. Throws what the engine, the key service or a store throws.
 */
export async function moveToCold(
  context: JobContext,
  point: RecoveryPointRow,
  { signal }: { readonly signal: AbortSignal },
): Promise<MovedPoint> {
  const account = point.account_id;
  const root: Principal = { kind: 'root', account, arn: `arn:aws:iam::${account}:root`, userId: account };
  const right = pointKeyRight(point, root);
  const jobId = `cold-${randomUuid(context.random)}`;
  const warm = await openPointDomain(context, point, { jobId: `${jobId}-source`, right });
  try {
    const place = { vaultArn: point.vault_arn, region: point.region, storageClass: 'COLD' } as const;
    const cold = await openDomain(context, { jobId: `${jobId}-destination`, right, ...place });
    try {
      return await moveBetween(context, point, { warm, cold, signal });
    } finally {
      await cold.close();
    }
  } finally {
    await warm.close();
  }
}

export interface MovedPoint {
  /** What has come up while the bytes were copied, if not `moved`. */
  readonly outcome: ColdObstacle | 'moved';
  /** Sealed bytes that cold storage lacked. */
  readonly copiedBytes: number;
}

async function moveBetween(
  context: JobContext,
  point: RecoveryPointRow,
  { warm, cold, signal }: { warm: OpenDomain; cold: OpenDomain; signal: AbortSignal },
): Promise<MovedPoint> {
  const { records, engine, pace, clock } = context;
  await requireThere(context, cold);
  const tags = await records.read((db) => tagsOf(db, point.arn));
  const record = { ...point, storage_class: 'COLD', domain_id: cold.domain.id, cold_move_at: null };
  const { copiedBytes } = await engine.copy({
    source: warm.domain,
    destination: cold.domain,
    sourceManifestId: point.manifest_id,
    destinationManifestId: point.manifest_id,
    about: aboutPoint(record, tags),
    pace: pace.copy.forJob(signal),
    signal,
  });
  const move = { arn: point.arn, domainId: cold.domain.id, now: clock.now(), busyPauseMs: BUSY_POINT_PAUSE_MS };
  return { outcome: await records.write((db) => completeColdMove(db, move)), copiedBytes };
}

/**
 * Cold storage may be a disk of its own. One that is not mounted looks like an empty folder, and a domain begun anew there would hide the one on
 * the disk. Throws StorageError `cold-storage-missing`.
 */
async function requireThere({ records }: JobContext, { domain }: OpenDomain): Promise<void> {
  if ((await domain.blobs.size(`${domain.prefix}head`)) !== undefined) return;
  const point = await records.read((db) => anyPointOfDomain(db, domain.id));
  if (point !== undefined)
    throw new StorageError('cold-storage-missing', { domain: domain.id, vault: point.vault_arn });
}
