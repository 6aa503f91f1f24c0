import * as messages from '../../messages/backup-job.ts';
import { type AirGappedWay, wayIntoAirGapped } from '../../model/air-gapped.ts';
import type { CopyAction } from '../../model/backup-plan.ts';
import type { Lifecycle } from '../../model/lifecycle.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { keyManagers } from './key-managers.ts';
import type { BackupWish } from './new-backup-job.ts';
import type { Database } from './records.ts';
import type { ResourceRow } from './resources.ts';
import { vaultByArn } from './vaults.ts';

/** Where a backup goes, and what follows it. */
export type BackupTarget = Pick<BackupWish, 'vault' | 'copyActions' | 'deletesAfterCopy' | 'remark'>;

interface Wish {
  readonly resource: ResourceRow;
  readonly attributes: ResourceAttributes;
  readonly vault: BackupWish['vault'];
  readonly airGappedVaultArn?: string | undefined;
  readonly lifecycle?: Lifecycle | undefined;
  readonly copyActions?: readonly CopyAction[] | undefined;
}

/** Where a backup of this resource goes when a logically air-gapped vault may be its target as well. */
export async function backupTarget(db: Database, wish: Wish): Promise<BackupTarget> {
  const { airGappedVaultArn, vault, lifecycle, copyActions = [] } = wish;
  if (airGappedVaultArn === undefined) return { vault, copyActions };
  const way = await wayOf(db, wish);
  if (way === 'straight') {
    const row = await vaultByArn(db, airGappedVaultArn);
    const name = row?.name ?? parseVaultArn(airGappedVaultArn)?.name ?? '';
    return { vault: { arn: airGappedVaultArn, name, keyArn: row?.key_arn ?? null }, copyActions };
  }
  if (way === 'by-copy') {
    const intoAirGapped = { destinationVaultArn: airGappedVaultArn, ...(lifecycle === undefined ? {} : { lifecycle }) };
    return { vault, copyActions: [...copyActions, intoAirGapped], deletesAfterCopy: true };
  }
  const remark = way === 'type-not-taken' ? messages.notForAirGapped() : messages.awsKeyNotForAirGapped();
  return { vault, copyActions, remark };
}

async function wayOf(db: Database, { resource, attributes }: Wish): Promise<AirGappedWay> {
  const { kms_key_arn: keyArn } = resource;
  const keyManager = keyArn === null ? undefined : ((await keyManagers(db, [keyArn])).get(keyArn) ?? 'CUSTOMER');
  return wayIntoAirGapped({ type: resource.type as ResourceType, attributes, keyManager });
}
