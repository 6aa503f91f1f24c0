import type { ManifestView } from '../engine/engine.ts';
import { beginRecovering, keepLastBook } from '../storage/records/book-mark.ts';
import { loadDump } from '../storage/records/dump.ts';
import { manifestsInUse } from '../storage/records/manifests-in-use.ts';
import { protectedPoints } from '../storage/records/protected-points.ts';
import {
  noteColdPoint,
  pointsOfDomain,
  putRecoveredPoint,
  removeLostPoint,
} from '../storage/records/recovered-points.ts';
import { recoveryPointByArn } from '../storage/records/recovery-points.ts';
import { type VaultDomainRow, vaultByArn } from '../storage/records/vaults.ts';
import { readAbout } from './about-point.ts';
import { type BookContent, newestBook, readBook } from './book.ts';
import type { JobContext } from './job-context.ts';

/** What the book of records gave back, for people. */
export interface RecoveredRecords {
  /** When the book was written. */
  readonly bookAt: string;
  readonly tables: Readonly<Record<string, number>>;
  /** Tables that had grown too large for the book. */
  readonly leftOut: readonly string[];
}

/** Fills empty records from the newest book that opens. Nothing where there is none, or none opens under this root key. */
export async function recoverRecords(context: JobContext): Promise<RecoveredRecords | undefined> {
  const content = await readBook(context);
  if (content === undefined) return undefined;
  const newest = await newestBook(context.blobs);
  await context.records.write(async (db) => {
    await loadDump(db, content);
    // Also past a newer one that does not open.
    await keepLastBook(db, newest);
    await beginRecovering(db);
  });
  return toReport(content);
}

function toReport({ at, tables, leftOut }: BookContent): RecoveredRecords {
  const counts = Object.entries(tables).map(([name, { rows }]) => [name, rows.length] as const);
  return {
    bookAt: new Date(at).toISOString(),
    tables: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    leftOut,
  };
}

/** What was set right between a domain's manifests and the recovery points on record. */
export interface RecoveredPoints {
  /** ARNs of points that only their manifests told of, on record again. */
  readonly added: readonly string[];
  /** ARNs of points on record whose manifests are not there: they had been deleted since the book was written, or are lost. */
  readonly gone: readonly string[];
  /** Those of them that stay on record all the same, since a vault's lock or a legal hold protects them: that they are lost is not to be forgotten. */
  readonly protectedGone: readonly string[];
  /** Manifests that say too little, whose ARN another point has, or whose vault was deleted. */
  readonly unrecorded: readonly ManifestView[];
}

/** Puts on record what manifests tell and the records do not know. `removesGone`: for records that come from a book; others know why a manifest is missing. */
export async function recoverPoints(
  { records, log }: JobContext,
  domain: VaultDomainRow,
  { manifests, removesGone }: { manifests: readonly ManifestView[]; removesGone: boolean },
): Promise<RecoveredPoints> {
  const recovered = await records.write(async (db) => {
    const known = await manifestsInUse(db, domain);
    const hasVault = (await vaultByArn(db, domain.vault_arn)) !== undefined;
    const added: string[] = [];
    const unrecorded: ManifestView[] = [];
    const isWarm = domain.storage_class === 'WARM';
    for (const manifest of manifests) {
      if (isWarm && known.has(manifest.manifestId)) continue;
      const told = readAbout(manifest.about);
      const recorded = told && (await recoveryPointByArn(db, told.record.arn));
      if (recorded !== undefined && recorded.manifest_id === manifest.manifestId) {
        // Its way to cold storage: what lies there is whole, and what is left of it in the warm domain goes with the next prune.
        if (removesGone && !isWarm) await noteColdPoint(db, recorded.arn, domain.id);
        continue;
      }
      if (known.has(manifest.manifestId)) continue;
      const isFree = told !== undefined && recorded === undefined;
      if (!removesGone || !hasVault || !isFree || told.record.vault_arn !== domain.vault_arn) {
        unrecorded.push(manifest);
        continue;
      }
      const place = {
        domain_id: domain.id,
        manifest_id: manifest.manifestId,
        storage_class: domain.storage_class,
        cold_move_at: isWarm ? told.record.move_to_cold_at : null,
      };
      await putRecoveredPoint(db, { ...told.record, ...place, backup_size_bytes: manifest.sizeBytes ?? 0 }, told.tags);
      added.push(told.record.arn);
    }
    const there = new Set(manifests.map(({ manifestId }) => manifestId));
    const lost = (await pointsOfDomain(db, domain.id)).filter(({ manifest_id }) => !there.has(manifest_id));
    const keeps = await protectedPoints(db, lost);
    const gone = lost.map(({ arn }) => arn);
    if (removesGone) for (const arn of gone) if (!keeps.has(arn)) await removeLostPoint(db, arn);
    return { added, gone, protectedGone: gone.filter((arn) => keeps.has(arn)), unrecorded };
  });
  for (const point of recovered.protectedGone) log.error({ point }, 'a protected recovery point has no manifest');
  return recovered;
}
