import type { SourcedDocument } from '../policy/evaluation.ts';
import { anyIdentity } from './ask.ts';
import { withExemption, withStatements } from './document-edits.ts';
import { linkedRoleOf, roleNamed } from './expected-roles.ts';
import type { CopyFacts, Fact, KeyFacts, PointFacts, PolicyLevels, RoleFacts, SideFacts, VaultFacts } from './facts.ts';
import { isUnknown } from './facts.ts';
import type { PolicyPlace, Remedy } from './remedy.ts';

/**
 * The facts as they would be after somebody has done what the remedy says. What is not known stays unknown; a remedy for something that is
 * not in the facts changes nothing.
 */
export function applyRemedy(facts: CopyFacts, remedy: Remedy): CopyFacts {
  switch (remedy.kind) {
    case 'trust-backup-service':
      return onRole(facts, remedy.roleArn, (role) => ({
        ...role,
        trustPolicy: withStatements(role.trustPolicy, [remedy.statement]),
      }));
    case 'create-role':
      return createRole(facts, remedy);
    case 'enable-cross-account-copy':
      return { ...facts, crossAccountCopy: { isEnabled: true, changedAt: facts.now } };
    case 'add-role-statements':
      return addIdentity(facts, remedy.roleArn, {
        origin: `role inline policy ${remedy.policyName}`,
        document: withStatements(null, remedy.statements),
      });
    case 'attach-role-policy':
      return addIdentity(facts, remedy.roleArn, managedForBackup(remedy.policyArn));
    case 'add-vault-access-statements':
      return onVault(facts, remedy.vaultArn, (vault) => ({
        ...vault,
        accessPolicy: mapKnown(vault.accessPolicy, (text) => withStatements(text, remedy.statements)),
      }));
    case 'add-key-statements':
      return onKey(facts, remedy.keyArn, (key) => ({
        ...key,
        policy: mapKnown(key.policy, (text) => withStatements(text, remedy.statements)),
      }));
    case 'add-policy-statements':
      return onDocument(facts, remedy.place, (text) => withStatements(text, remedy.statements));
    case 'exempt-from-deny':
      return onDocument(facts, remedy.place, (text) => withExemption(text, remedy));
    case 'create-vault':
      return createVault(facts, remedy);
    case 'enable-key':
    case 'cancel-key-deletion':
      return onKey(facts, remedy.keyArn, (key) => ({ ...key, state: 'Enabled' }));
    case 'create-service-linked-role':
      return createLinkedRole(facts, remedy.account);
    case 'request-retention':
      return { ...facts, requestedLifecycle: { deleteAfterDays: remedy.deleteAfterDays } };
    case 'tag-point':
      return onPoint(facts, (point) => ({ ...point, tags: retagged(point.tags, remedy) }));
    case 'allow-image-account':
      return allowImages(facts, remedy.imageAccount);
  }
}

/** In the order in which they must be carried out: what is named by others comes into being first. */
export function inOrderOfAction(remedies: readonly Remedy[]): readonly Remedy[] {
  const rank = ({ kind }: Remedy): number =>
    kind === 'create-service-linked-role' ? 0 : kind === 'create-role' ? 1 : 2;
  return [...remedies].sort((one, other) => rank(one) - rank(other));
}

/**
 * Remedies in the order of action, each with the facts as they will be when its turn comes. Two that edit one document must be written
 * from these: written from the facts as they are now, the second would undo the first.
 */
export function inSequence(
  facts: CopyFacts,
  remedies: readonly Remedy[],
): readonly { readonly facts: CopyFacts; readonly remedy: Remedy }[] {
  let current = facts;
  return inOrderOfAction(remedies).map((remedy) => {
    const turn = { facts: current, remedy };
    current = applyRemedy(current, remedy);
    return turn;
  });
}

const mapKnown = <Value>(fact: Fact<Value>, change: (value: Value) => Value): Fact<Value> =>
  isUnknown(fact) ? fact : change(fact);

const mapThere = <Value extends object>(
  fact: Fact<Value | null>,
  change: (value: Value) => Value,
): Fact<Value | null> => (fact === null || isUnknown(fact) ? fact : change(fact));

function onRole(facts: CopyFacts, roleArn: string, change: (role: RoleFacts) => RoleFacts): CopyFacts {
  return facts.role.arn === roleArn
    ? { ...facts, role: { ...facts.role, found: mapThere(facts.role.found, change) } }
    : facts;
}

function addIdentity(facts: CopyFacts, roleArn: string, added: SourcedDocument): CopyFacts {
  return onRole(facts, roleArn, (role) => ({
    ...role,
    identity: mapKnown(role.identity, (documents) => [...documents, added]),
  }));
}

function createRole(
  facts: CopyFacts,
  { roleArn, trust, policyArn }: Extract<Remedy, { kind: 'create-role' }>,
): CopyFacts {
  if (facts.role.arn !== roleArn) return facts;
  const found = roleNamed(facts);
  const trustPolicy = withStatements(null, [trust]);
  return {
    ...facts,
    role: { arn: roleArn, found: { ...found, trustPolicy, identity: [managedForBackup(policyArn)] } },
  };
}

/** What of AWS's managed policy copies need; the document itself is not known in this room. */
function managedForBackup(policyArn: string): SourcedDocument {
  const Action = [
    'backup:CopyFromBackupVault',
    'backup:CopyIntoBackupVault',
    'backup:DescribeBackupVault',
    'backup:ListTags',
    'backup:TagResource',
    'tag:GetResources',
    'ec2:CopySnapshot',
    'ec2:CopyImage',
    'ec2:ModifySnapshotAttribute',
    'ec2:ModifyImageAttribute',
    'rds:ModifyDBSnapshotAttribute',
    'rds:ModifyDBClusterSnapshotAttribute',
    'fsx:ManageBackupPrincipalAssociations',
    'kms:DescribeKey',
    'kms:CreateGrant',
  ];
  return {
    origin: `role policy ${policyArn}`,
    arn: policyArn,
    document: withStatements(null, [{ Sid: 'Copies', Effect: 'Allow', Action, Resource: '*' }]),
  };
}

function createLinkedRole(facts: CopyFacts, account: string): CopyFacts {
  const { destination } = facts;
  if (destination.account !== account || destination.serviceLinkedRole !== null) return facts;
  return { ...facts, destination: { ...destination, serviceLinkedRole: linkedRoleOf(destination) } };
}

function onVault(facts: CopyFacts, vaultArn: string, change: (vault: VaultFacts) => VaultFacts): CopyFacts {
  const changed = <Side extends CopyFacts['source'] | CopyFacts['destination']>(side: Side): Side =>
    side.vaultArn === vaultArn ? { ...side, vault: mapThere(side.vault, change) } : side;
  return { ...facts, source: changed(facts.source), destination: changed(facts.destination) };
}

function onKey(facts: CopyFacts, keyArn: string, change: (key: KeyFacts) => KeyFacts): CopyFacts {
  const changed = <Side extends CopyFacts['source'] | CopyFacts['destination']>(side: Side): Side => ({
    ...side,
    key: mapThere(side.key, (key) => (key.arn === keyArn ? change(key) : key)),
  });
  const others = onPoint(facts, (point) =>
    point.otherKeys === undefined
      ? point
      : {
          ...point,
          otherKeys: mapKnown(point.otherKeys, (keys) => keys.map((key) => (key.arn === keyArn ? change(key) : key))),
        },
  );
  return { ...others, source: changed(others.source), destination: changed(others.destination) };
}

const onPoint = (facts: CopyFacts, change: (point: PointFacts) => PointFacts): CopyFacts => ({
  ...facts,
  source: { ...facts.source, point: mapThere(facts.source.point, change) },
});

function createVault(facts: CopyFacts, { vaultArn, statements }: Extract<Remedy, { kind: 'create-vault' }>): CopyFacts {
  const { destination } = facts;
  if (destination.vaultArn !== vaultArn || destination.vault !== null) return facts;
  const { account, region } = destination;
  const key = newKey({ account, region, vaultArn });
  const vault: VaultFacts = {
    name: vaultArn.slice(vaultArn.lastIndexOf(':') + 1),
    type: 'BACKUP_VAULT',
    keyArn: key.arn,
    accessPolicy: statements.length === 0 ? null : withStatements(null, statements),
    minRetentionDays: null,
    maxRetentionDays: null,
    tags: {},
  };
  return { ...facts, destination: { ...destination, vault, key } };
}

/** As the console makes one: the account decides, and AWS Backup has its grant from the making of the vault. */
function newKey({ account, region, vaultArn }: { account: string; region: string; vaultArn: string }): KeyFacts {
  const partition = vaultArn.split(':')[1] ?? 'aws';
  return {
    arn: `arn:${partition}:kms:${region}:${account}:key/00000000-0000-4000-8000-000000000000`,
    account,
    region,
    manager: 'CUSTOMER',
    state: 'Enabled',
    aliases: [],
    policy: withStatements(null, [
      {
        Sid: 'EnableIAMUserPermissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ]),
    grants: [
      {
        id: '0'.repeat(64),
        name: null,
        grantee: 'backup.amazonaws.com',
        operations: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey', 'RetireGrant'],
        encryptionContextSubset: { 'aws:backup:backup-vault': vaultArn },
      },
    ],
    tags: {},
  };
}

function retagged(
  tags: PointFacts['tags'],
  { removes, tags: set }: Extract<Remedy, { kind: 'tag-point' }>,
): PointFacts['tags'] {
  if (isUnknown(tags)) return tags;
  return { ...Object.fromEntries(Object.entries(tags).filter(([key]) => !removes.includes(key))), ...set };
}

function allowImages(facts: CopyFacts, account: string): CopyFacts {
  const { destination } = facts;
  const allowedImageAccounts = mapThere(destination.allowedImageAccounts, (accounts) => [
    ...new Set([...accounts, account]),
  ]);
  return { ...facts, destination: { ...destination, allowedImageAccounts } };
}

/** Every document in the facts that stands at the place. One policy may be attached at several levels. */
function onDocument(facts: CopyFacts, place: PolicyPlace, change: (text: string) => string): CopyFacts {
  if (place.kind === 'vault-access') {
    return onVault(facts, place.vaultArn, (vault) => ({
      ...vault,
      accessPolicy: mapKnown(vault.accessPolicy, (text) => (text === null ? null : change(text))),
    }));
  }
  if (place.kind === 'key') {
    return onKey(facts, place.keyArn, (key) => ({ ...key, policy: mapKnown(key.policy, change) }));
  }
  if (place.kind === 'trust') {
    return onRole(facts, place.roleArn, (role) => ({ ...role, trustPolicy: change(role.trustPolicy) }));
  }
  const changed = (document: SourcedDocument): SourcedDocument =>
    standsAt(document, place) ? { ...document, document: change(document.document) } : document;
  const { caller, role, source, destination } = facts;
  return {
    ...facts,
    ...(caller !== undefined && { caller: mapThere(caller, (each) => onRoleDocuments(each, changed)) }),
    role: { ...role, found: mapThere(role.found, (each) => onRoleDocuments(each, changed)) },
    source: onSideDocuments(source, changed),
    destination: onSideDocuments(destination, changed),
  };
}

/** A policy with an ARN of its own is the same wherever it is attached. */
function standsAt({ origin, arn }: SourcedDocument, place: PolicyPlace): boolean {
  if (place.kind === 'managed-policy') return arn === place.policyArn;
  if (place.kind === 'organization-policy' && place.policyId !== null) {
    return arn?.endsWith(`/${place.policyId}`) === true || origin.includes(`(${place.policyId})`);
  }
  return origin === place.origin;
}

type Change = (document: SourcedDocument) => SourcedDocument;

const onRoleDocuments = (role: RoleFacts, change: Change): RoleFacts => ({
  ...role,
  identity: role.identity === anyIdentity ? role.identity : mapKnown(role.identity, (each) => each.map(change)),
  boundary: mapThere(role.boundary, change),
  serviceControl: onLevels(role.serviceControl, change),
});

function onSideDocuments<Side extends SideFacts>(side: Side, change: Change): Side {
  const { resourceControl, serviceControl } = side;
  return {
    ...side,
    resourceControl: onLevels(resourceControl, change),
    ...(serviceControl !== undefined && { serviceControl: onLevels(serviceControl, change) }),
  };
}

const onLevels = (levels: Fact<PolicyLevels | null>, change: Change): Fact<PolicyLevels | null> =>
  levels === null || isUnknown(levels) ? levels : levels.map((level) => level.map(change));
