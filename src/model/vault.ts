import type { Brand } from '../util/brand.ts';
import type { AccountId } from './account.ts';
import { isAccountId } from './account.ts';
import { parseArn } from './arn.ts';
import type { Region } from './region.ts';
import { isRegion, partitionOf } from './region.ts';

/** `arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME` */
export type VaultArn = Brand<string, 'VaultArn'>;

export interface VaultName {
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
}

export function toVaultArn({ account, region, name }: VaultName): VaultArn {
  return `arn:${partitionOf(region)}:backup:${region}:${account}:backup-vault:${name}` as VaultArn;
}

/** Returns nothing where the text is no vault ARN. Names that AWS itself made (`aws/efs/automatic-backup-vault`) pass. */
export function parseVaultArn(text: string): VaultName | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'backup' || !isAccountId(arn.account) || !isRegion(arn.region)) return undefined;
  if (arn.partition !== partitionOf(arn.region)) return undefined;
  const name = /^backup-vault:([a-zA-Z0-9\-_/]{2,50})$/.exec(arn.resource)?.[1];
  return name === undefined ? undefined : { account: arn.account, region: arn.region, name };
}
