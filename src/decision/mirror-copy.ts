import { isFullyManaged } from '../model/resource-type.ts';
import { linkedRoleOf, roleNamed } from './expected-roles.ts';
import type { CopyFacts, PointFacts } from './facts.ts';
import { knownOf } from './facts.ts';
import type { Requirement } from './requirement.ts';
import { requirements } from './requirements.ts';

/**
 * What of a copy back can be told before anybody asks for it: not its role, which is not named yet, but what the vault and keys of the
 * first account say to the second, and the rules of type, Region and lock.
 */
const TOLD: ReadonlySet<string> = new Set([
  'type-can-be-copied',
  'same-organization',
  'cross-account-copy-enabled',
  'destination-vault-exists',
  'destination-vault-admits-source',
  'destination-vault-admits-retention',
  'destination-vault-key-is-customer-managed',
  'destination-service-linked-role-exists',
  'destination-key-usable',
  'source-key-is-customer-managed',
  'source-key-admits-destination',
]);

export const wayBackRequirements: readonly Requirement[] = requirements.filter(({ id }) => TOLD.has(id));

/** The copy that brings the copy back, into the vault it came from. Nothing where the point or the destination's key is not known. */
export function mirrorCopy(facts: CopyFacts): CopyFacts | undefined {
  const { source, destination } = facts;
  const point = knownOf(source.point);
  const vault = knownOf(destination.vault);
  if (point === undefined || vault === undefined) return undefined;
  const { pointArn, point: _point, serviceLinkedRole, ...back } = source;
  const { serviceLinkedRole: _role, tagPolicy: _tagPolicy, allowedImageAccounts: _images, ...out } = destination;
  const roleArn = `arn:${pointArn.split(':')[1]}:iam::${destination.account}:role/service-role/AWSBackupDefaultServiceRole`;
  const role = { arn: roleArn, found: null };
  const copied = copyOf(point, vault.keyArn);
  const mirrored: CopyFacts = {
    now: facts.now,
    asOf: facts.asOf,
    role,
    requestedLifecycle: null,
    crossAccountCopy: facts.crossAccountCopy,
    source: { ...out, pointArn, point: copied, key: copied.isEncrypted === false ? null : destination.key },
    destination: {
      ...back,
      key: vaultKeyOf(facts),
      serviceLinkedRole: serviceLinkedRole === undefined ? linkedRoleOf(source) : serviceLinkedRole,
      tagPolicy: null,
      allowedImageAccounts: null,
    },
  };
  return { ...mirrored, role: { arn: roleArn, found: { ...roleNamed(mirrored), serviceControl: null } } };
}

/** What the destination holds of the point: under its vault's key, warm. */
function copyOf(point: PointFacts, keyArn: string): PointFacts {
  const staysBare = point.isEncrypted === false && ['Aurora', 'DocumentDB', 'Neptune'].includes(point.resourceType);
  const { otherKeys: _keys, ...rest } = point;
  return {
    ...rest,
    isEncrypted: !staysBare,
    keyArn: staysBare ? null : keyArn,
    storageClass: 'WARM',
    status: 'COMPLETED',
  };
}

/** The key of the source vault, where it is the one that the facts have. */
function vaultKeyOf({ source }: CopyFacts): CopyFacts['destination']['key'] {
  const key = knownOf(source.key);
  const vault = knownOf(source.vault);
  const point = knownOf(source.point);
  if (key !== undefined && key.arn === vault?.keyArn) return key;
  if (point !== undefined && isFullyManaged(point.resourceType, point.attributes)) return source.key;
  return { unknown: { grant: 'kms:DescribeKey' } };
}
