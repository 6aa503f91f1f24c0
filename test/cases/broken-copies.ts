import fc from 'fast-check';
import type { CopyFacts, KeyFacts, RoleFacts, VaultFacts } from '../../src/decision/facts.ts';
import type { ResourceType } from '../../src/model/resource-type.ts';
import { document, greenFacts, SOURCE } from './green-facts.ts';

type Change = (facts: CopyFacts) => CopyFacts;

/** The role of every copy here. */
export const ROLE = `arn:aws:iam::${SOURCE}:role/service-role/AWSBackupDefaultServiceRole`;
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const OTHERS = 'arn:aws:iam::111122223333:role/Admin';

/** Ways to write a deny that catches a copy's action. `splits`: its actions are written out, or are all. */
const denies = (actions: readonly string[], principals: readonly (object | undefined)[]) =>
  fc
    .record({
      Action: fc.constantFrom<string | readonly string[]>(
        ...actions,
        actions,
        [...actions, 'backup:DeleteBackupVault', 'kms:ScheduleKeyDeletion'],
        '*',
      ),
      principal: fc.constantFrom(...principals),
      Condition: fc.constantFrom<object | undefined>(
        undefined,
        undefined,
        { ArnNotEquals: { 'aws:PrincipalArn': OTHERS } },
        { ArnNotLike: { 'aws:PrincipalArn': [OTHERS] }, StringNotEquals: { 'aws:PrincipalAccount': '999900001111' } },
        { Null: { 'aws:PrincipalTag/exempt': 'true' } },
      ),
      Sid: fc.constantFrom<string | undefined>(undefined, 'Guard'),
      isNegated: fc.boolean(),
    })
    .map(({ Action, principal, Condition, Sid, isNegated }) => ({
      ...(Sid && { Sid }),
      Effect: 'Deny',
      ...principal,
      ...(isNegated && Action === '*' ? { NotAction: ['iam:*', 'sts:*'] } : { Action }),
      Resource: '*',
      ...(Condition && { Condition }),
    }));

const EVERYBODY = { Principal: '*' };
const COPY = ['backup:CopyFromBackupVault', 'backup:CopyIntoBackupVault'];
const KEY = ['kms:CreateGrant', 'kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:Decrypt'];

const onRole = (facts: CopyFacts, change: (role: RoleFacts) => RoleFacts): CopyFacts => {
  const found = facts.role.found as RoleFacts | null;
  return found === null ? facts : { ...facts, role: { ...facts.role, found: change(found) } };
};
const onVault = (facts: CopyFacts, change: (vault: VaultFacts) => Partial<VaultFacts>): CopyFacts => {
  const vault = facts.destination.vault as VaultFacts;
  return { ...facts, destination: { ...facts.destination, vault: { ...vault, ...change(vault) } } };
};
const onKey = (
  facts: CopyFacts,
  side: 'source' | 'destination',
  change: (key: KeyFacts) => Partial<KeyFacts>,
): CopyFacts => {
  const key = facts[side].key as KeyFacts;
  return { ...facts, [side]: { ...facts[side], key: { ...key, ...change(key) } } };
};
const more = (text: string | null, ...statements: readonly object[]): string => {
  const list = text === null ? [] : (JSON.parse(text) as { Statement: object[] }).Statement;
  return document(...list, ...statements);
};
const root = (account: string) => ({ Principal: { AWS: `arn:aws:iam::${account}:root` } });
const controlling =
  (documents: readonly string[]): Change =>
  (facts) => {
    const levels = [documents.map((text, index) => ({ origin: `SCP s${index} (p-0000000${index})`, document: text }))];
    return {
      ...onRole(facts, (role) => ({ ...role, serviceControl: levels })),
      source: { ...facts.source, serviceControl: levels },
    };
  };

/** One fault each. */
const faults: fc.Arbitrary<Change> = fc.oneof(
  denies(COPY, [undefined]).map((deny) => controlling([document(ALL, deny)])),
  fc
    .tuple(denies(COPY, [undefined]), denies(['tag:GetResources', 'backup:ListTags'], [undefined]))
    .map(([one, other]) => controlling([document(ALL, one), document(other)])),
  fc.constant(controlling([document({ ...ALL, Action: ['ec2:*', 'tag:*', 'kms:*', 'rds:*'] })])),
  denies(COPY, [undefined]).map(
    (deny): Change =>
      (facts) =>
        onRole(facts, (role) => ({
          ...role,
          identity: [...(role.identity as []), { origin: 'role/Copy inline policy deny', document: document(deny) }],
        })),
  ),
  fc.constant<Change>((facts) => onRole(facts, (role) => ({ ...role, identity: [] }))),
  fc.constant<Change>((facts) =>
    onRole(facts, (role) => ({
      ...role,
      boundary: {
        origin: 'role/Copy permissions boundary arn:aws:iam::111122223333:policy/Boundary',
        arn: 'arn:aws:iam::111122223333:policy/Boundary',
        document: document({ ...ALL, Action: ['ec2:*', 'tag:*', 'rds:*', 'kms:*'] }),
      },
    })),
  ),
  denies(COPY, [EVERYBODY]).map(
    (deny): Change =>
      (facts) => ({
        ...facts,
        destination: {
          ...facts.destination,
          resourceControl: [[{ origin: 'RCP r (p-99999999)', document: document({ ...ALL, Principal: '*' }, deny) }]],
        },
      }),
  ),
  denies(COPY, [EVERYBODY, root(SOURCE)]).map(
    (deny): Change =>
      (facts) =>
        onVault(facts, ({ accessPolicy }) => ({ accessPolicy: more(accessPolicy as string, deny) })),
  ),
  fc.constantFrom<Change>(
    (facts) => onVault(facts, () => ({ accessPolicy: null })),
    (facts) => onVault(facts, () => ({ accessPolicy: document({ ...ALL, ...root('999900001111'), Action: COPY[1] }) })),
    (facts) => onVault(facts, () => ({ maxRetentionDays: 14 })),
    (facts) => ({ ...facts, destination: { ...facts.destination, vault: null, key: null } }),
    (facts) => ({ ...facts, destination: { ...facts.destination, serviceLinkedRole: null } }),
    (facts) => ({ ...facts, crossAccountCopy: { isEnabled: false, changedAt: null } }),
    (facts) => ({ ...facts, role: { ...facts.role, found: null } }),
    (facts) =>
      onRole(facts, (role) => ({
        ...role,
        trustPolicy: document({
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      })),
    (facts) => onKey(facts, 'source', () => ({ state: 'Disabled' })),
    (facts) => onKey(facts, 'destination', () => ({ state: 'PendingDeletion' })),
    (facts) => onKey(facts, 'source', () => ({ policy: document({ ...ALL, ...root(SOURCE), Action: 'kms:*' }) })),
  ),
  fc.tuple(denies(KEY, [EVERYBODY, root('444455556666')]), fc.constantFrom('source', 'destination')).map(
    ([deny, side]): Change =>
      (facts) =>
        facts[side].key === null
          ? facts
          : onKey(facts, side, ({ policy }) => ({ policy: more(policy as string, deny) })),
  ),
);

/** A copy across accounts with one to four faults. Faults of a vault that is not there fall away. */
export const brokenCopies: fc.Arbitrary<CopyFacts> = fc
  .tuple(
    fc.constantFrom<ResourceType>('EBS', 'EC2', 'RDS', 'EFS', 'FSx', 'S3'),
    fc.array(faults, { minLength: 1, maxLength: 4 }),
  )
  .map(([type, changes]) =>
    changes.reduce((facts, change) => {
      const isGone = facts.destination.vault === null;
      return isGone ? facts : change(facts);
    }, greenFacts({ type })),
  );
