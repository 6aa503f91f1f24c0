import type { ManifestView, RecoverIndexReport } from '../engine/engine.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import type { StorageClass } from '../storage/blobs/storage-class.ts';
import { allDomains } from '../storage/records/manifests-in-use.ts';
import type { VaultDomainRow } from '../storage/records/vaults.ts';
import type { JobContext } from './job-context.ts';
import { openOwnDomain, refusalOf, wasNeverUsed } from './prune-vaults.ts';
import { recoverPoints } from './recover-records.ts';

/** What became of one domain: its index is made anew, or why not. */
export interface RecoveredDomain {
  readonly domainId: string;
  readonly vaultArn: string;
  readonly storageClass: StorageClass;
  readonly report?: RecoverIndexReport;
  /** Recovery points whose records were made anew, from their manifests. */
  readonly added?: readonly string[];
  /** Recovery points on record whose manifests are not there. Where the records came from a book, they are taken off, */
  readonly gone?: readonly string[];
  /** but for these, which a lock or a hold protects. */
  readonly protectedGone?: readonly string[];
  /** Whole recovery points in the vault that no record names: deleted ones that are not pruned yet, or such whose records are lost. */
  readonly unrecorded?: readonly ManifestView[];
  readonly refusal?: string;
}

/**
 * Makes the indexes of all domains on record anew. With `fromBook`, the records have just come from a book: recovery points that only their manifests tell
 * of are put on record, and those without a manifest taken off. Else what the records do not know is only told.
 */
export async function recoverVaults(
  context: JobContext,
  { fromBook = false }: { fromBook?: boolean } = {},
): Promise<RecoveredDomain[]> {
  const recovered: RecoveredDomain[] = [];
  const domains = await context.records.read(allDomains);
  // Cold ones first: points that have gone there since the book was written are not missed where they were.
  const [warm, cold] = [domains.filter(isWarm), domains.filter((domain) => !isWarm(domain))];
  for (const domain of [...cold, ...warm]) {
    recovered.push({
      domainId: domain.id,
      vaultArn: domain.vault_arn,
      storageClass: domain.storage_class,
      ...(await recoverOne(context, domain, fromBook)),
    });
  }
  return recovered;
}

const isWarm = ({ storage_class }: VaultDomainRow): boolean => storage_class === 'WARM';

/**
 * Folders of blobs with a head of which the records know no domain: `blobs/eu-west-1/1f6c…`, in cold storage `cold/eu-west-1/1f6c…`. Their bytes are there, and
 * nothing says whose they are.
 */
export async function unknownDomains({ records, blobs, coldBlobs }: JobContext): Promise<string[]> {
  const known = new Set((await records.read(allDomains)).map(({ id }) => id));
  const warm = await unknownIn(blobs, known);
  // A bucket has both: those are told once.
  const cold = (await unknownIn(coldBlobs, known)).filter((folder) => !warm.includes(folder));
  return [...warm.map((folder) => `blobs/${folder}`), ...cold.map((folder) => `cold/${folder}`)];
}

async function unknownIn(blobs: BlobStore, known: ReadonlySet<string>): Promise<string[]> {
  const unknown: string[] = [];
  for await (const { name } of blobs.list('')) {
    const [domain = '', blob] = name.split('/').slice(-2);
    if (blob === 'head' && !known.has(domain)) unknown.push(name.slice(0, -'/head'.length));
  }
  return unknown.sort();
}

async function recoverOne(
  context: JobContext,
  row: VaultDomainRow,
  fromBook: boolean,
): Promise<Omit<RecoveredDomain, 'domainId' | 'vaultArn' | 'storageClass'>> {
  try {
    const { domain, close } = await openOwnDomain(context, row);
    try {
      const report = await context.engine.recoverIndex({ domain, now: context.machineClock.now() });
      const manifests = await context.engine.manifests(domain);
      return { report, ...(await recoverPoints(context, row, { manifests, removesGone: fromBook })) };
    } finally {
      await close();
    }
  } catch (error) {
    if (await wasNeverUsed(context, row, error)) return {};
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return { refusal };
  }
}
