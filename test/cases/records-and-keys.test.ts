import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccessWorld } from '../../src/access/testing/access-world.ts';
import { DESTINATION, NOW, openAccessWorld, SOURCE } from '../../src/access/testing/access-world.ts';
import { decideCopy } from '../../src/decision/decide-copy.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { isUnknown } from '../../src/decision/facts.ts';
import type { KeyRight } from '../../src/decision/key-uses.ts';
import { keyUses } from '../../src/decision/key-uses.ts';
import { openDomain } from '../../src/jobs/domain-access.ts';
import type { JobContext } from '../../src/jobs/job-context.ts';
import { createKeyService } from '../../src/keys/create-key-service.ts';
import { makeMaterial } from '../../src/keys/key-material.ts';
import type { KeyService } from '../../src/keys/key-service.ts';
import { newKeyId, newKeyRow } from '../../src/keys/new-key-row.ts';
import { recoveryPointArn } from '../../src/model/recovery-point.ts';
import type { Region } from '../../src/model/region.ts';
import type { ResourceType } from '../../src/model/resource-type.ts';
import { newResourceId, resourceArn } from '../../src/model/resource-type.ts';
import { toVaultArn } from '../../src/model/vault.ts';
import { gatherCopyFacts } from '../../src/storage/records/copy-facts.ts';
import { ensureServiceLinkedRole, insertRole } from '../../src/storage/records/iam.ts';
import { insertKey } from '../../src/storage/records/kms.ts';
import { insertRecoveryPoint } from '../../src/storage/records/recovery-points.ts';
import { insertVault } from '../../src/storage/records/vaults.ts';
import { document } from './green-facts.ts';

const REGION = 'eu-west-1' as Region;
const ORGANIZATION = 'o-abcdefghij';
const SOURCE_VAULT = toVaultArn({ account: SOURCE, region: REGION, name: 'plain' });
const DESTINATION_VAULT = toVaultArn({ account: DESTINATION, region: REGION, name: 'safe' });
const ROLE = `arn:aws:iam::${SOURCE}:role/Backup`;

let world: AccessWorld;
let keys: KeyService;

beforeEach(async () => {
  world = await openAccessWorld();
  keys = createKeyService(world);
  const { records, random } = world;
  await records.write(async (db) => {
    await db
      .insertInto('organizations')
      .values({
        id: ORGANIZATION,
        root_id: 'r-abcd',
        management_account_id: SOURCE,
        feature_set: 'ALL',
        created_at: NOW,
      })
      .execute();
    await db.updateTable('accounts').set({ organization_id: ORGANIZATION, parent_id: 'r-abcd' }).execute();
    await db
      .insertInto('global_settings')
      .values({ organization_id: ORGANIZATION, name: 'isCrossAccountBackupEnabled', value: 'true', changed_at: NOW })
      .execute();
    await insertRole(db, { account: SOURCE, name: 'Backup', trustPolicy: TRUST }, NOW, random);
    await db
      .insertInto('iam_attached_policies')
      .values({ account_id: SOURCE, owner_kind: 'role', owner_name: 'Backup', policy_arn: MANAGED, attached_at: NOW })
      .execute();
    await ensureServiceLinkedRole(db, DESTINATION, 'backup.amazonaws.com', NOW, random);
  });
});
afterEach(() => world.records.close());

const MANAGED = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const TRUST = document({ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' });

const rootOf = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const linked = {
  AWS: `arn:aws:iam::${DESTINATION}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`,
};
const own = (account: string) => ({ Effect: 'Allow', Principal: rootOf(account), Action: 'kms:*', Resource: '*' });
const USE = ['kms:DescribeKey', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];
const forResources = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };

/** Statements that people write into key policies, right and wrong. */
const STATEMENTS = {
  useByAccount: { Effect: 'Allow', Principal: rootOf(DESTINATION), Action: USE, Resource: '*' },
  useByLinkedRole: { Effect: 'Allow', Principal: linked, Action: USE, Resource: '*' },
  grantsByAccount: {
    Effect: 'Allow',
    Principal: rootOf(DESTINATION),
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: forResources,
  },
  grantsByLinkedRole: {
    Effect: 'Allow',
    Principal: linked,
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: forResources,
  },
  grantsThroughBackup: {
    Effect: 'Allow',
    Principal: rootOf(DESTINATION),
    Action: 'kms:*',
    Resource: '*',
    Condition: { StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' } },
  },
  organization: {
    Effect: 'Allow',
    Principal: '*',
    Action: [...USE, 'kms:CreateGrant'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
  },
  vaultContextOnly: {
    Effect: 'Allow',
    Principal: rootOf(DESTINATION),
    Action: [...USE, 'kms:CreateGrant'],
    Resource: '*',
    Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:backup:backup-vault' } },
  },
  denyOtherAccounts: {
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: { StringNotEquals: { 'kms:CallerAccount': SOURCE } },
  },
  denyOtherOperations: {
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: { 'ForAnyValue:StringNotEquals': { 'kms:GrantOperations': ['Decrypt', 'DescribeKey'] } },
  },
} as const;

async function addKey(account: string): Promise<string> {
  const { records, random } = world;
  const id = newKeyId(random, false);
  const key = newKeyRow(id, { account, region: REGION, now: NOW });
  await records.write((db) => insertKey(db, key, makeMaterial(world, { keyId: id, version: 1 })));
  return key.arn;
}

async function addVault(account: typeof SOURCE, keyArn: string): Promise<void> {
  const name = account === SOURCE ? 'plain' : 'safe';
  const arn = toVaultArn({ account, region: REGION, name });
  const admits = { Effect: 'Allow', Principal: rootOf(SOURCE), Action: 'backup:CopyIntoBackupVault', Resource: '*' };
  await world.records.write((db) =>
    insertVault(
      db,
      {
        arn,
        account_id: account,
        region: REGION,
        name,
        type: 'BACKUP_VAULT',
        key_arn: keyArn,
        creator_request_id: null,
        access_policy: account === SOURCE ? null : document(admits),
        min_retention_days: null,
        max_retention_days: null,
        is_locked: 0,
        lock_at: null,
        available_at: null,
        available_by_machine: null,
        created_at: NOW,
      },
      {},
    ),
  );
  await keys.createGrant(
    { principal: await world.administrator(account), viaService: `backup.${REGION}.amazonaws.com` },
    {
      keyId: keyArn,
      region: REGION,
      grantee: 'backup.amazonaws.com',
      operations: ['Decrypt', 'GenerateDataKey'],
      constraints: { EncryptionContextSubset: { 'aws:backup:backup-vault': arn } },
      isForAwsResource: true,
    },
  );
}

async function addPoint(type: ResourceType, keyArn: string): Promise<string> {
  const { random } = world;
  const resource = resourceArn({ type, account: SOURCE, region: REGION, id: newResourceId(type, random) });
  const arn = recoveryPointArn({
    type,
    account: SOURCE,
    region: REGION,
    resourceArn: resource,
    jobId: 'JOB',
    isCopy: false,
    createdAt: NOW,
    random,
  });
  const row = {
    arn,
    account_id: SOURCE,
    region: REGION,
    vault_arn: SOURCE_VAULT,
    vault_name: 'plain',
    source_vault_arn: null,
    resource_arn: resource,
    resource_type: type,
    resource_name: null,
    iam_role_arn: ROLE,
    status: 'COMPLETED',
    status_message: null,
    created_at: NOW,
    initiated_at: NOW,
    completed_at: NOW,
    backup_size_bytes: 1,
    move_to_cold_after_days: null,
    delete_after_days: 30,
    move_to_cold_at: null,
    delete_at: null,
    storage_class: 'WARM',
    is_encrypted: 1,
    key_arn: keyArn,
    last_restore_at: null,
    domain_id: 'domain',
    manifest_id: 'manifest',
    resource_attributes: '{}',
    restore_metadata: '{}',
    backup_job_id: null,
    copy_job_id: null,
    expires_at: null,
    cold_move_at: null,
    delete_after_event: null,
    plan_id: null,
    created_by: null,
  };
  await world.records.write((db) => insertRecoveryPoint(db, row, { project: 'heron' }));
  return arn;
}

const gather = (pointArn: string, destinationVaultArn: string = DESTINATION_VAULT): Promise<CopyFacts> =>
  world.records.read((db) =>
    gatherCopyFacts(
      db,
      {
        account_id: SOURCE,
        region: REGION,
        iam_role_arn: ROLE,
        source_vault_arn: SOURCE_VAULT,
        source_recovery_point_arn: pointArn,
        destination_vault_arn: destinationVaultArn,
        lifecycle: null,
      },
      { now: NOW, asOf: undefined, policiesFor: world.access.policiesFor },
    ),
  );

/** Two vaults and a point; the source key gets its policy and state last, as vaults are made by people who may. */
async function setUp({
  type,
  policy,
  state = 'Enabled',
}: {
  type: ResourceType;
  policy: string;
  state?: string;
}): Promise<CopyFacts> {
  const sourceKey = await addKey(SOURCE);
  await addVault(SOURCE, sourceKey);
  await addVault(DESTINATION, await addKey(DESTINATION));
  const pointArn = await addPoint(type, sourceKey);
  await world.records.write((db) =>
    db.updateTable('kms_keys').set({ policy, state }).where('arn', '=', sourceKey).execute(),
  );
  return gather(pointArn);
}

/** Whether the job's own way to the keys opens: a data key made and opened again. */
async function opens(right: KeyRight, vaultArn: string): Promise<boolean> {
  const context = { ...world, keys, book: { ensure: async () => {} } } as unknown as JobContext;
  try {
    const { domain, close } = await openDomain(context, { jobId: 'JOB', vaultArn, region: REGION, right });
    const { plaintext, wrapped } = await domain.keys.generate();
    const opened = await domain.keys.open(wrapped);
    expect(Buffer.from(opened.open()).equals(Buffer.from(plaintext.open()))).toBe(true);
    await close();
    return true;
  } catch (error) {
    expect(['AccessDeniedException', 'DisabledException', 'KMSInvalidStateException']).toContain(
      (error as { code?: string }).code,
    );
    return false;
  }
}

const good = document(own(SOURCE), STATEMENTS.useByAccount, STATEMENTS.grantsByAccount);

test.each<ResourceType>(['EFS', 'EBS', 'RDS', 'FSx', 'DynamoDB'])(
  'from our own records nothing is unknown, and a copy of %s that is set up well is allowed and opens both keys',
  async (type) => {
    const facts = await setUp({ type, policy: good });
    expect(JSON.stringify(facts)).not.toContain('"unknown"');
    expect(decideCopy(facts).findings.filter(({ outcome }) => outcome === 'unmet')).toEqual([]);
    const rights = keyUses(facts)!;
    expect(await opens(rights.source, SOURCE_VAULT)).toBe(true);
    expect(await opens(rights.destination, DESTINATION_VAULT)).toBe(true);
  },
);

test('a source key that names its own account alone is refused by the decision and by the key service', async () => {
  for (const type of ['EBS', 'EFS'] as const) {
    const facts = await setUp({ type, policy: document(own(SOURCE)) });
    expect(decideCopy(facts).firstUnmet?.requirement).toBe('source-key-admits-destination');
    expect(await opens(keyUses(facts)!.source, SOURCE_VAULT)).toBe(false);
    await startOver();
  }
});

test('a file system in a vault under aws/backup leaves its account, by the grant that Backup itself holds', async () => {
  const alias = 'alias/aws/backup';
  const sourceKey = await keys.awsManagedKey({ account: SOURCE, region: REGION, alias });
  await addVault(SOURCE, sourceKey);
  await addVault(DESTINATION, await keys.awsManagedKey({ account: DESTINATION, region: REGION, alias }));
  const facts = await gather(await addPoint('EFS', sourceKey));
  expect(decideCopy(facts).isAllowed).toBe(true);
  const rights = keyUses(facts)!;
  expect(rights.source.kind).toBe('vault-grant');
  expect(await opens(rights.source, SOURCE_VAULT)).toBe(true);
  expect(await opens(rights.destination, DESTINATION_VAULT)).toBe(true);
});

test('a volume under aws/ebs stays in its account, and may be copied there into a vault under a customer key', async () => {
  const sourceKey = await keys.awsManagedKey({ account: SOURCE, region: REGION, alias: 'alias/aws/ebs' });
  const vaultKey = await addKey(SOURCE);
  await addVault(SOURCE, vaultKey);
  await addVault(DESTINATION, await addKey(DESTINATION));
  const pointArn = await addPoint('EBS', sourceKey);
  const across = await gather(pointArn);
  expect(decideCopy(across).sentence?.id).toBe('copy-job.source-uses-aws-managed-key');
  const within = await gather(pointArn, SOURCE_VAULT);
  expect(decideCopy(within).isAllowed).toBe(true);
  const rights = keyUses(within)!;
  expect(await opens(rights.source, SOURCE_VAULT)).toBe(true);
  expect(await opens(rights.destination, SOURCE_VAULT)).toBe(true);
});

test('whatever the decision allows, the key service opens, whatever stands in the key policy', async () => {
  const names = Object.keys(STATEMENTS) as (keyof typeof STATEMENTS)[];
  const seen = { allowed: 0, denied: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(names),
      fc.constantFrom<ResourceType>('EBS', 'RDS', 'EFS'),
      fc.constantFrom('Enabled', 'Enabled', 'Enabled', 'Disabled'),
      async (written, type, state) => {
        await startOver();
        const policy = document(own(SOURCE), ...written.map((name) => STATEMENTS[name]));
        const facts = await setUp({ type, policy, state });
        const { isAllowed } = decideCopy(facts);
        seen[isAllowed ? 'allowed' : 'denied'] += 1;
        if (isAllowed) expect(await opens(keyUses(facts)!.source, SOURCE_VAULT)).toBe(true);
      },
    ),
    { numRuns: 60, seed: 7 },
  );
  expect(seen.allowed).toBeGreaterThan(5);
  expect(seen.denied).toBeGreaterThan(5);
});

test('a role, a point or a vault that is gone is known to be gone', async () => {
  const facts = await setUp({ type: 'EFS', policy: good });
  await world.records.write(async (db) => {
    await db.deleteFrom('iam_roles').where('arn', '=', ROLE).execute();
    await db.deleteFrom('recovery_points').execute();
    await db.deleteFrom('vaults').where('arn', '=', DESTINATION_VAULT).execute();
  });
  const after = await gather(facts.source.pointArn);
  expect(after.role.found).toBeNull();
  expect(after.source.point).toBeNull();
  expect(after.destination.vault).toBeNull();
  expect(isUnknown(after.source.key)).toBe(false);
  const unmet = decideCopy(after)
    .findings.filter(({ outcome }) => outcome === 'unmet')
    .map(({ requirement }) => requirement);
  expect(unmet).toEqual(['role-can-be-assumed', 'point-is-available', 'destination-vault-exists']);
});

async function startOver(): Promise<void> {
  await world.records.write(async (db) => {
    for (const table of [
      'recovery_points',
      'vaults',
      'kms_grants',
      'kms_key_material',
      'kms_keys',
      'vault_domains',
      'tags',
    ] as const) {
      await db.deleteFrom(table).execute();
    }
  });
}
