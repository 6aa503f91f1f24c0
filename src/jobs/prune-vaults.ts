import type { KeyRight } from '../decision/key-uses.ts';
import type { PruneReport } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import { ServiceError } from '../messages/service-error.ts';
import type { Principal } from '../model/principal.ts';
import type { StorageClass } from '../storage/blobs/storage-class.ts';
import { allDomains, anyPointOfDomain, anyPointUnderKey, manifestsInUse } from '../storage/records/manifests-in-use.ts';
import { type VaultDomainRow, vaultByArn } from '../storage/records/vaults.ts';
import { randomUuid } from '../util/random.ts';
import { openDomain } from './domain-access.ts';
import type { JobContext } from './job-context.ts';
import { pointKeyRight } from './restore-job.ts';

/** What became of one domain: pruned, or left as it is and why. */
export interface PrunedDomain {
  readonly domainId: string;
  readonly vaultArn: string;
  readonly storageClass: StorageClass;
  readonly report?: PruneReport;
  readonly refusal?: string;
}

/**
 * Frees in all vaults what no recovery point on record needs. A point that a vault lock or a legal hold protects is on record, so it stays. A
 * domain whose key cannot be used, or in which something is ill, is left as it is and told. Ages are the machine's time.
 */
export async function pruneVaults(context: JobContext, { graceMs }: { graceMs: number }): Promise<PrunedDomain[]> {
  const pruned: PrunedDomain[] = [];
  for (const domain of await context.records.read(allDomains)) {
    const { id: domainId, vault_arn: vaultArn, storage_class: storageClass } = domain;
    pruned.push({ domainId, vaultArn, storageClass, ...(await pruneOne(context, domain, graceMs)) });
  }
  return pruned;
}

async function pruneOne(
  context: JobContext,
  row: VaultDomainRow,
  graceMs: number,
): Promise<Pick<PrunedDomain, 'report' | 'refusal'>> {
  try {
    const open = await openOwnDomain(context, row);
    try {
      const keep = async () => context.records.read((db) => manifestsInUse(db, row));
      const now = context.machineClock.now();
      return { report: await context.engine.prune({ domain: open.domain, keep, now, graceMs }) };
    } finally {
      await open.close();
    }
  } catch (error) {
    if (await wasNeverUsed(context, row, error)) return {};
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    context.log.warn({ domain: row.id, vault: row.vault_arn, refusal }, 'domain was not pruned');
    return { refusal };
  }
}

/** The domain of that row under the right by which its bytes were sealed, as the root of the vault's account. */
export async function openOwnDomain(context: JobContext, row: VaultDomainRow): ReturnType<typeof openDomain> {
  const point = await context.records.read((db) => anyPointUnderKey(db, row));
  const [, , , region = '', account = ''] = row.vault_arn.split(':');
  const root: Principal = { kind: 'root', account, arn: `arn:aws:iam::${account}:root`, userId: account };
  const right =
    row.key_arn === ''
      ? ({ kind: 'none' } as const)
      : point
        ? pointKeyRight(point, root)
        : await rightWithoutPoint(context, row, { root, region });
  return await openDomain(context, {
    jobId: `domain-${randomUuid(context.random)}`,
    vaultArn: row.vault_arn,
    region,
    right,
    storageClass: row.storage_class,
  });
}

/** Of a domain without a point on record: its vault's own key, or the key of some resource, to which the account's root admits a service. */
async function rightWithoutPoint(
  { records }: JobContext,
  { vault_arn: vaultArn, key_arn: keyArn }: VaultDomainRow,
  { root, region }: { root: Principal; region: string },
): Promise<KeyRight> {
  const vault = await records.read((db) => vaultByArn(db, vaultArn));
  if (vault === undefined || vault.key_arn === keyArn) return { kind: 'vault-grant', keyArn, vaultArn };
  return { kind: 'job-grant', keyArn, vaultArn, principal: root, viaService: `ec2.${region}.amazonaws.com` };
}

const BYTES_MISSING =
  'Recovery points lie in it, and nothing of it is there: is its disk mounted, and are --data and --cold-blobs the same as before?';

const isHeadMissing = (error: unknown): boolean => error instanceof EngineError && error.kind === 'head-missing';

/** Whether a failure says no more than that nothing was ever stored in a domain. */
export async function wasNeverUsed({ records }: JobContext, { id }: VaultDomainRow, error: unknown): Promise<boolean> {
  return isHeadMissing(error) && (await records.read((db) => anyPointOfDomain(db, id))) === undefined;
}

/** Why this domain alone was not pruned; nothing where the world failed for all. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof ServiceError) return error.message;
  if (!(error instanceof EngineError)) return undefined;
  if (isHeadMissing(error)) return BYTES_MISSING;
  return error.cause instanceof ServiceError ? error.cause.message : error.message;
}
