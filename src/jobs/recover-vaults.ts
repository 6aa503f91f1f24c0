import type { ManifestView, RecoverIndexReport } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import { allDomains, manifestsInUse } from '../storage/records/manifests-in-use.ts';
import type { VaultDomainRow } from '../storage/records/vaults.ts';
import type { JobContext } from './job-context.ts';
import { openOwnDomain, refusalOf } from './prune-vaults.ts';

/** What became of one domain: its index is made anew, or why not. */
export interface RecoveredDomain {
  readonly domainId: string;
  readonly vaultArn: string;
  readonly report?: RecoverIndexReport;
  /** Whole recovery points in the vault that no record names: deleted ones that are not pruned yet, or such whose records are lost. */
  readonly unrecorded?: readonly ManifestView[];
  readonly refusal?: string;
}

/** Makes the indexes of all domains on record anew, and tells which recovery points the records do not know. */
export async function recoverVaults(context: JobContext): Promise<RecoveredDomain[]> {
  const recovered: RecoveredDomain[] = [];
  for (const domain of await context.records.read(allDomains)) {
    recovered.push({ domainId: domain.id, vaultArn: domain.vault_arn, ...(await recoverOne(context, domain)) });
  }
  return recovered;
}

async function recoverOne(
  context: JobContext,
  row: VaultDomainRow,
): Promise<Omit<RecoveredDomain, 'domainId' | 'vaultArn'>> {
  try {
    const { domain, close } = await openOwnDomain(context, row);
    try {
      const report = await context.engine.recoverIndex({ domain, now: context.machineClock.now() });
      const inUse = await context.records.read((db) => manifestsInUse(db, row.id));
      const manifests = await context.engine.manifests(domain);
      return { report, unrecorded: manifests.filter(({ manifestId }) => !inUse.has(manifestId)) };
    } finally {
      await close();
    }
  } catch (error) {
    // Nothing was ever stored in it.
    if (error instanceof EngineError && error.kind === 'head-missing') return {};
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return { refusal };
  }
}
