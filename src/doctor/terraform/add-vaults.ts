import type { VaultFacts } from '../../decision/facts.ts';
import { arnAt, type Blueprint, put } from './blueprint.ts';
import type { Planned } from './scope.ts';

/** Vaults with their keys, locks and access policies. */
export function addVaults(blueprint: Blueprint): void {
  const { scope, estate } = blueprint;
  for (const vault of scope.ofType(
    'aws_backup_vault',
    'aws_backup_logically_air_gapped_vault',
    'data.aws_backup_vault',
  )) {
    addVault(blueprint, vault);
  }
  for (const lock of scope.ofType('aws_backup_vault_lock_configuration')) {
    put(estate.vaults, vaultArn(blueprint, lock, 'backup_vault_name'), {
      minRetentionDays: blueprint.number(lock, 'min_retention_days'),
      maxRetentionDays: blueprint.number(lock, 'max_retention_days'),
    });
  }
  for (const policy of scope.ofType('aws_backup_vault_policy')) {
    put(estate.vaults, vaultArn(blueprint, policy, 'backup_vault_name'), {
      accessPolicy: blueprint.document(policy, 'policy', 'backup:GetBackupVaultAccessPolicy'),
    });
  }
  for (const vault of scope.resources.filter(({ type, isDeleted }) => isVault(type) && isDeleted)) {
    estate.vaults[vaultArn(blueprint, vault, 'name')] = null;
  }
}

const isVault = (type: string): boolean =>
  type === 'aws_backup_vault' || type === 'aws_backup_logically_air_gapped_vault';

/** By the vault's name, in the account and Region of the resource that names it. */
function vaultArn(blueprint: Blueprint, resource: Planned, attribute: string): string {
  const name = blueprint.text(resource, attribute) ?? `terraform-${resource.name}`;
  return arnAt(blueprint.providers.siteOf(resource), 'backup', `backup-vault:${name}`);
}

function addVault(blueprint: Blueprint, vault: Planned): void {
  const { estate, providers } = blueprint;
  const isAirGapped = vault.type === 'aws_backup_logically_air_gapped_vault';
  const site = providers.siteOf(vault);
  const name = blueprint.text(vault, 'name') ?? `terraform-${vault.name}`;
  const keyArn = blueprint.text(vault, isAirGapped ? 'encryption_key_arn' : 'kms_key_arn');
  const known: Partial<VaultFacts> = {
    name,
    type: isAirGapped ? 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' : 'BACKUP_VAULT',
    keyArn: keyArn ?? awsManagedKey(blueprint, vault, 'alias/aws/backup'),
    tags: blueprint.tags(vault),
    ...(isAirGapped && {
      minRetentionDays: blueprint.number(vault, 'min_retention_days'),
      maxRetentionDays: blueprint.number(vault, 'max_retention_days'),
    }),
  };
  // A new vault has what the plan gives it. One that is there may have a lock and a policy that the plan does not speak of.
  const bare = vault.isNew ? { accessPolicy: null, minRetentionDays: null, maxRetentionDays: null } : {};
  put(estate.vaults, arnAt(site, 'backup', `backup-vault:${name}`), { ...bare, ...known });
}

/** The key that AWS makes for an account that names none. Its id is a stand-in; its policy lets nobody in from another account. */
function awsManagedKey(blueprint: Blueprint, owner: Planned, alias: string): string {
  const { account, region } = blueprint.providers.siteOf(owner);
  const arn = arnAt({ account, region }, 'kms', `key/00000000-0000-4000-8000-${account}`);
  const service = alias.slice('alias/aws/'.length);
  put(blueprint.estate.keys, arn, {
    arn,
    account,
    region,
    manager: 'AWS',
    state: 'Enabled',
    aliases: [alias],
    multiRegion: null,
    grants: vaultGrants(),
    tags: {},
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: [
            'kms:Encrypt',
            'kms:Decrypt',
            'kms:ReEncrypt*',
            'kms:GenerateDataKey*',
            'kms:CreateGrant',
            'kms:DescribeKey',
          ],
          Resource: '*',
          Condition: {
            StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.amazonaws.com` },
          },
        },
      ],
    }),
  });
  return arn;
}

/** AWS Backup takes a grant on a vault's key when the vault is made: a plan does not tell it, and it will be there. */
export const vaultGrants = () => [
  {
    id: '0'.repeat(64),
    name: null,
    grantee: 'backup.amazonaws.com',
    operations: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey', 'RetireGrant'],
  },
];
