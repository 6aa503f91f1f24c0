import type { Fact, Tags, VaultFacts } from '../../decision/facts.ts';
import type { VaultName } from '../../model/vault.ts';
import { parseVaultArn } from '../../model/vault.ts';
import type { Answer } from '../fact-source.ts';
import type { OpenDoor } from './doors.ts';
import { listed, toFact, toFactOr } from './live-calls.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** A vault with its access policy and tags. */
export async function readVault(reader: Reader, arn: string): Promise<Answer<VaultFacts>> {
  const name = parseVaultArn(arn);
  const door = name && doorOf(reader, name.account);
  if (name === undefined) return undefined;
  if (door === undefined) return noDoor('backup:DescribeBackupVault');
  const input = { BackupVaultName: name.name };
  const [described, policy, tags] = await Promise.all([
    door.ask('backup:DescribeBackupVault', name.region, input),
    door.ask('backup:GetBackupVaultAccessPolicy', name.region, input),
    readBackupTags(door, name.region, arn),
  ]);
  if (described.kind === 'missing') return null;
  if (described.kind === 'refused') return (await isListed(door, name)) === false ? null : described.unknown;
  const vault = described.value;
  return {
    name: name.name,
    type: vault.VaultType ?? 'BACKUP_VAULT',
    // Absent of air-gapped vaults under a key that AWS owns: then which key it is, is not told.
    ...(vault.EncryptionKeyArn !== undefined && { keyArn: vault.EncryptionKeyArn }),
    accessPolicy: toFact(policy, ({ Policy }) => Policy ?? null),
    minRetentionDays: vault.MinRetentionDays ?? null,
    maxRetentionDays: vault.MaxRetentionDays ?? null,
    tags,
    ...(vault.VaultState !== undefined && { state: vault.VaultState }),
    ...(vault.Locked !== undefined && { lockDate: vault.LockDate?.getTime() ?? null }),
  };
}

/**
 * AWS Backup answers AccessDeniedException for a vault that is not there, even to administrators; the list of vaults tells which it
 * was. Nothing where the list may not be read.
 */
async function isListed(door: OpenDoor, { region, name }: VaultName): Promise<boolean | undefined> {
  const names = await vaultNames(door, region);
  return names?.includes(name);
}

/** Names of the account's own vaults in a Region; nothing where the list may not be read. */
export async function vaultNames(door: OpenDoor, region: string): Promise<readonly string[] | undefined> {
  const list = await door.askAll('backup:ListBackupVaults', region, {}, ({ BackupVaultList, NextToken }) => ({
    items: BackupVaultList,
    next: listed(NextToken),
  }));
  if (list.kind !== 'answered') return undefined;
  return list.value.flatMap(({ BackupVaultName: name }) => (name === undefined ? [] : [name]));
}

/** Tags of a vault, or of a point whose ARN is in AWS Backup's own name space. */
export async function readBackupTags(door: OpenDoor, region: string, arn: string): Promise<Fact<Tags>> {
  const pages = await door.askAll('backup:ListTags', region, { ResourceArn: arn }, ({ Tags, NextToken }) => ({
    items: Object.entries(Tags ?? {}),
    next: listed(NextToken),
  }));
  return toFactOr<readonly [string, string][], Tags>(pages, (entries) => Object.fromEntries(entries), {});
}
