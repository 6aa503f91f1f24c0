import { isUnknown, type KeyFacts } from '../../decision/facts.ts';
import { vaultGrants } from './add-vaults.ts';
import { arnAt, type Blueprint, put } from './blueprint.ts';
import type { Planned } from './scope.ts';

/** Keys with their policies, aliases and grants. */
export function addKeys(blueprint: Blueprint): void {
  const { scope, estate } = blueprint;
  for (const key of scope.ofType('aws_kms_key', 'aws_kms_external_key')) addKey(blueprint, key, false);
  for (const key of scope.ofType('aws_kms_replica_key')) addKey(blueprint, key, true);
  for (const policy of scope.ofType('aws_kms_key_policy')) {
    const arn = keyArn(blueprint, policy, 'key_id');
    if (arn !== undefined) put(estate.keys, arn, { policy: blueprint.document(policy, 'policy', 'kms:GetKeyPolicy') });
  }
  for (const alias of scope.ofType('aws_kms_alias')) addAlias(blueprint, alias);
  for (const grant of scope.ofType('aws_kms_grant')) addGrant(blueprint, grant);
}

function addKey(blueprint: Blueprint, key: Planned, isReplica: boolean): void {
  const { providers, estate } = blueprint;
  const { account, region } = providers.siteOf(key);
  const arn = blueprint.text(key, 'arn');
  if (arn === undefined) return;
  const isEnabled = key.values.is_enabled !== false && key.values.enabled !== false;
  const isPlain = key.values.policy === null || (key.values.policy === undefined && !('policy' in key.expressions));
  const known: Partial<KeyFacts> = {
    arn,
    account,
    region,
    manager: 'CUSTOMER',
    state: isEnabled ? 'Enabled' : 'Disabled',
    multiRegion: isReplica ? 'REPLICA' : key.values.multi_region === true ? 'PRIMARY' : null,
    tags: blueprint.tags(key),
    ...(key.isNew && { aliases: [], grants: vaultGrants() }),
    ...(isPlain
      ? key.isNew && { policy: defaultPolicy(account, arn.split(':')[1] ?? 'aws') }
      : { policy: blueprint.document(key, 'policy', 'kms:GetKeyPolicy') }),
  };
  put(estate.keys, arn, known);
}

/** What KMS gives a key whose maker says nothing. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const defaultPolicy = (account: string, partition: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });

/** Keys are named by ARN or by id. */
function keyArn(blueprint: Blueprint, resource: Planned, attribute: string): string | undefined {
  const name = blueprint.text(resource, attribute);
  if (name === undefined || name.startsWith('arn:')) return name;
  return arnAt(blueprint.providers.siteOf(resource), 'kms', `key/${name}`);
}

function addAlias(blueprint: Blueprint, alias: Planned): void {
  const arn = keyArn(blueprint, alias, 'target_key_id');
  const name = blueprint.text(alias, 'name');
  const known = arn === undefined ? undefined : blueprint.estate.keys[arn];
  if (arn === undefined || name === undefined || known === undefined || known === null || isUnknown(known)) return;
  const { aliases } = known;
  if (aliases !== undefined && !isUnknown(aliases)) put(blueprint.estate.keys, arn, { aliases: [...aliases, name] });
}

function addGrant(blueprint: Blueprint, grant: Planned): void {
  const arn = keyArn(blueprint, grant, 'key_id');
  const known = arn === undefined ? undefined : blueprint.estate.keys[arn];
  if (arn === undefined || known === undefined || known === null || isUnknown(known)) return;
  const grantee = blueprint.text(grant, 'grantee_principal');
  const { grants } = known;
  if (grantee === undefined || grants === undefined || isUnknown(grants)) return;
  const { operations, name } = grant.values;
  const constraints =
    ((grant.values.constraints ?? []) as readonly Record<string, Record<string, string> | null>[])[0] ?? {};
  const { encryption_context_equals: equals, encryption_context_subset: subset } = constraints;
  put(blueprint.estate.keys, arn, {
    grants: [
      ...grants,
      {
        id: grant.address,
        name: typeof name === 'string' ? name : null,
        grantee,
        operations: Array.isArray(operations) ? (operations as string[]) : [],
        ...(equals && { encryptionContextEquals: equals }),
        ...(subset && { encryptionContextSubset: subset }),
      },
    ],
  });
}
