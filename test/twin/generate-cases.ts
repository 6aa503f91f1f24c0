import * as fc from 'fast-check';
import type { Principal } from '../../src/model/principal.ts';
import type { AuthorizationRequest, PolicySet, RequestContext, SourcedDocument } from '../../src/policy/evaluation.ts';
import { type Condition, conditions } from './generate-conditions.ts';

/** Two accounts, so that half the requests stay at home. */
const HOME = '111111111111';
const AWAY = '222222222222';
const ACCOUNTS = [HOME, HOME, AWAY] as const;

const ACTIONS = ['backup:StartCopyJob', 'backup:CopyIntoBackupVault', 'kms:Decrypt', 'sts:AssumeRole'] as const;
const ACTION_PATTERNS = [
  '*',
  'backup:*',
  'BACKUP:startcopyjob',
  'backup:Copy*',
  'kms:De?rypt',
  'sts:*',
  '*:*Job',
  ...ACTIONS,
];

const vault = (account: string): string => `arn:aws:backup:eu-west-1:${account}:backup-vault:Alice`;
const resourcesOf = (account: string): readonly string[] => [
  vault(account),
  `arn:aws:kms:eu-west-1:${account}:key/1234abcd`,
  `arn:aws:iam::${account}:role/team/red`,
];

/** Each stands alone in its list: what an unresolvable variable does to its neighbours is nowhere said. */
const LONE_RESOURCE_PATTERNS = [
  'arn:aws:backup:*:*:backup-vault:${aws:username}',
  'arn:aws:iam::*:role/team/${aws:PrincipalTag/team}',
];
const RESOURCE_PATTERNS = [
  '*',
  '*',
  ...resourcesOf(HOME),
  vault(AWAY),
  `arn:aws:*:*:${HOME}:*`,
  `arn:aws:backup:eu-west-?:${HOME}:backup-vault:*`,
  'arn:aws:iam::*:role/team/r*d',
  "arn:aws:backup:*:*:backup-vault:${aws:PrincipalTag/team, 'Alice'}",
  'arn:aws:backup:*:*:backup-vault:Al${*}',
];

const COPIER_ID = 'AROACOPIERCOPIERCOPIE';
const ALICE_ID = 'AIDAALICEALICEALICEAL';
const BOB_ID = 'AIDABOBBOBBOBBOBBOBBO';

const session = (account: string, name: string): string => `arn:aws:sts::${account}:assumed-role/Copier/${name}`;

const userOf = (account: string, name: string) => ({
  kind: 'user' as const,
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
  userId: name === 'Alice' ? ALICE_ID : BOB_ID,
});

const sessionTags = fc.option(fc.record({ team: fc.constantFrom('red', 'Alice') }), { nil: undefined, freq: 2 });

const principals: fc.Arbitrary<Principal> = fc
  .record({
    kind: fc.constantFrom<Principal['kind'][]>(
      'user',
      'user',
      'role',
      'role',
      'role',
      'root',
      'federated-user',
      'service',
    ),
    account: fc.constantFrom(...ACCOUNTS),
    name: fc.constantFrom('Alice', 'Bob'),
    tags: sessionTags,
    isServiceLinked: fc.constantFrom(true, false, false, false, false, false, false),
  })
  .map(({ kind, account, name, tags, isServiceLinked }) => {
    switch (kind) {
      case 'user':
        return {
          kind,
          account,
          arn: `arn:aws:iam::${account}:user/${name}`,
          userId: name === 'Alice' ? ALICE_ID : BOB_ID,
        };
      case 'role':
        return {
          kind,
          account,
          arn: `arn:aws:iam::${account}:role/service/Copier`,
          userId: `${COPIER_ID}:${name}`,
          sessionArn: session(account, name),
          sessionName: name,
          ...(tags && { sessionTags: tags }),
          ...(isServiceLinked && { isServiceLinked }),
        };
      case 'root':
        return { kind, account, arn: `arn:aws:iam::${account}:root`, userId: account };
      case 'federated-user':
        return {
          kind,
          account,
          arn: `arn:aws:sts::${account}:federated-user/${name}`,
          userId: `${account}:${name}`,
          issuer: userOf(account, 'Alice'),
        };
      case 'service':
        return { kind, account: '', arn: 'backup.amazonaws.com', userId: 'backup.amazonaws.com' };
      default:
        throw new Error(`no such kind: ${kind satisfies never}`);
    }
  });

const AWS_NAMES = [
  '*',
  HOME,
  `arn:aws:iam::${HOME}:root`,
  `arn:aws:iam::${AWAY}:root`,
  `arn:aws:iam::${HOME}:user/Alice`,
  `arn:aws:iam::${AWAY}:user/Bob`,
  `arn:aws:iam::${HOME}:role/service/Copier`,
  `arn:aws:iam::${HOME}:role/service/Copier`,
  `arn:aws:iam::${AWAY}:role/service/Copier`,
  session(HOME, 'Alice'),
  session(AWAY, 'Bob'),
  `arn:aws:sts::${HOME}:federated-user/Alice`,
  COPIER_ID,
  ALICE_ID,
] as const;
const namedPrincipals = fc.oneof(
  { weight: 2, arbitrary: fc.constant('*' as const) },
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...AWS_NAMES), { minLength: 1, maxLength: 2 }).map((AWS) => ({ AWS })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('backup.amazonaws.com', 'ec2.amazonaws.com').map((Service) => ({ Service })),
  },
);

/** Whole chains, as AWS asks for them: of half a chain its page says that it "might" deny. */
const NOT_PRINCIPALS = [
  { AWS: [`arn:aws:iam::${HOME}:user/Alice`, `arn:aws:iam::${HOME}:root`] },
  { AWS: [session(HOME, 'Alice'), `arn:aws:iam::${HOME}:role/service/Copier`, `arn:aws:iam::${HOME}:root`] },
  { AWS: ['arn:aws:iam::999999999999:root'] },
  { Service: 'backup.amazonaws.com' },
];

const someOf = (words: readonly string[]) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
    .map((list) => (list.length === 1 ? list[0]! : list));

const actions = fc.oneof(
  { weight: 6, arbitrary: someOf(ACTION_PATTERNS).map((Action) => ({ Action })) },
  { weight: 1, arbitrary: someOf(ACTION_PATTERNS).map((NotAction) => ({ NotAction })) },
);
const resources = fc.oneof(
  { weight: 8, arbitrary: someOf(RESOURCE_PATTERNS).map((Resource) => ({ Resource })) },
  { weight: 2, arbitrary: fc.constantFrom(...LONE_RESOURCE_PATTERNS).map((Resource) => ({ Resource })) },
  { weight: 1, arbitrary: someOf(RESOURCE_PATTERNS).map((NotResource) => ({ NotResource })) },
);
const effects = fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny');
const maybeCondition: fc.Arbitrary<{ Condition?: Condition }> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: conditions.map((Condition) => ({ Condition })) },
);

const VERSIONS = ['2012-10-17', '2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined];

function documents(extras: fc.Arbitrary<object>, hasResource = true): fc.Arbitrary<SourcedDocument> {
  const statement = fc
    .tuple(effects, actions, hasResource ? resources : fc.constant({}), maybeCondition, extras)
    .map(([Effect, action, resource, condition, extra]) => {
      // NotPrincipal with Allow "is not supported".
      const isSupported = Effect === 'Deny' || !('NotPrincipal' in extra);
      return { Effect, ...action, ...resource, ...condition, ...(isSupported ? extra : { Principal: '*' }) };
    });
  const whole = fc
    .tuple(fc.constantFrom(...VERSIONS), fc.array(statement, { minLength: 1, maxLength: 3 }))
    .map(([Version, Statement]) =>
      JSON.stringify({ ...(Version && { Version }), Statement: Statement.length === 1 ? Statement[0] : Statement }),
    );
  return fc
    .oneof({ weight: 99, arbitrary: whole }, { weight: 1, arbitrary: fc.constant('{"Statement": [') })
    .map((document) => ({ origin: 'drawn', document }));
}

const plain = documents(fc.constant({}));
const named = fc.oneof(
  { weight: 8, arbitrary: namedPrincipals.map((Principal) => ({ Principal })) },
  { weight: 1, arbitrary: fc.constantFrom(...NOT_PRINCIPALS).map((NotPrincipal) => ({ NotPrincipal })) },
);
const resourceDocuments = documents(named);
const trustDocuments = documents(named, false);
const everyone = documents(fc.constant({ Principal: '*' }));

/** `FullAWSAccess` and `RCPFullAWSAccess`. */
const FULL = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
const FULL_FOR_ALL = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
});

/** An organization: each node hangs from an earlier one; the first is the root. */
interface Node {
  readonly parent: number;
  readonly serviceControl: readonly SourcedDocument[];
  readonly resourceControl: readonly SourcedDocument[];
}
const attached = (document: fc.Arbitrary<SourcedDocument>, full: string): fc.Arbitrary<readonly SourcedDocument[]> =>
  fc
    .tuple(fc.constantFrom(true, true, true, true, true, false), fc.array(document, { maxLength: 1 }))
    .map(([isFull, others]) => [...(isFull ? [{ origin: 'full', document: full }] : []), ...others]);
const node: fc.Arbitrary<Node> = fc.record({
  parent: fc.nat({ max: 3 }),
  serviceControl: attached(plain, FULL),
  resourceControl: attached(everyone, FULL_FOR_ALL),
});
const organizations = fc.array(node, { minLength: 1, maxLength: 4 });

/** From the root down to where the account hangs. */
function pathTo(tree: readonly Node[], place: number): readonly Node[] {
  const at = place % tree.length;
  const here = tree[at]!;
  return at === 0 ? [here] : [...pathTo(tree, here.parent % at), here];
}

const REGIONS = ['eu-west-1', 'us-east-1'];
const contexts: fc.Arbitrary<RequestContext> = fc.record(
  {
    'aws:RequestedRegion': fc.constantFrom(...REGIONS),
    'aws:SecureTransport': fc.constantFrom('true', 'false'),
    'aws:SourceIp': fc.constantFrom('203.0.113.7', '198.51.100.9', '2001:db8::7'),
    'aws:CurrentTime': fc.constantFrom('2026-11-21T10:00:00Z', '2026-11-22T00:00:00Z'),
    'aws:EpochTime': fc.constantFrom('1795168800', '1795219200'),
    'AWS:PrincipalOrgID': fc.constantFrom('o-one', 'o-two'),
    'aws:SourceArn': fc.constantFrom(
      vault(HOME),
      vault(AWAY),
      'arn:aws:x:eu-west-1:999999999999:store/abc:111111111111:y',
    ),
    'aws:TagKeys': fc.constantFrom([], ['team'], ['team', 'Owner'], ['Owner', 'Stage']),
    'backup:Index': fc.constantFrom('3', '10', '3.0'),
    'x:Binary': fc.constantFrom('QmluYXJ5', 'b3RoZXI='),
    'kms:EncryptionContext:vault': fc.constantFrom('red', 'Red', 'r*d'),
  },
  { requiredKeys: ['aws:RequestedRegion'] },
);

export interface TwinCase {
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
}

const texts = (some: readonly SourcedDocument[]): readonly string[] => some.map(({ document }) => document);
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A request with all that bears on it. */
export const twinCases: fc.Arbitrary<TwinCase> = fc
  .record({
    principal: principals,
    action: fc.constantFrom(...ACTIONS),
    resourceAccount: fc.constantFrom(...ACCOUNTS),
    resourceAt: fc.nat({ max: 2 }),
    context: contexts,
    identity: fc.array(plain, { minLength: 1, maxLength: 3 }),
    boundary: rarely(plain),
    sessionPolicies: rarely(fc.array(plain, { minLength: 1, maxLength: 2 })),
    resource: fc.oneof(
      { weight: 3, arbitrary: resourceDocuments.map((document) => ({ ...document, rules: 'ordinary' as const })) },
      { weight: 3, arbitrary: resourceDocuments.map((document) => ({ ...document, rules: 'key' as const })) },
      { weight: 2, arbitrary: trustDocuments.map((document) => ({ ...document, rules: 'trust' as const })) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    hasGrant: fc.constantFrom(true, false, false, false),
    organization: fc.option(organizations, { nil: undefined, freq: 2 }),
    places: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
  })
  .map((drawn) => {
    const { principal, resourceAccount, organization, places, boundary, sessionPolicies, resource } = drawn;
    const isEntity = principal.kind === 'user' || principal.kind === 'role';
    const isBoundable = isEntity || principal.kind === 'federated-user';
    const hasSession = principal.kind === 'role' || principal.kind === 'federated-user';
    const caller: Principal =
      hasSession && sessionPolicies ? { ...principal, sessionPolicies: texts(sessionPolicies) } : principal;
    const asked = resourcesOf(resourceAccount)[drawn.resourceAt]!;
    // What bounds a grant is nowhere said: grants are drawn for the unbounded.
    const isBounded = boundary !== undefined || sessionPolicies !== undefined || principal.kind === 'federated-user';
    const isGranted = resource?.rules === 'key' && drawn.hasGrant && !isBounded;
    const isOrganized = organization !== undefined && principal.kind !== 'service';
    return {
      request: {
        principal: caller,
        action: drawn.action,
        resource: asked,
        resourceAccount,
        context: drawn.context,
      },
      policies: {
        identity: isBoundable ? drawn.identity : [],
        ...(boundary && isBoundable && { boundary }),
        ...(isOrganized && { serviceControl: pathTo(organization, places[0]).map((each) => each.serviceControl) }),
        ...(organization && { resourceControl: pathTo(organization, places[1]).map((each) => each.resourceControl) }),
        ...(resource && { resource }),
        ...(isGranted && { grants: [grantTo(caller, drawn.action, asked)] }),
      },
    };
  });

/** As the key room writes a grant that fits. */
function grantTo({ kind, arn, sessionArn }: Principal, Action: string, Resource: string): SourcedDocument {
  const Principal = kind === 'service' ? { Service: arn } : { AWS: sessionArn ?? arn };
  const Statement = { Effect: 'Allow', Principal, Action, Resource };
  return { origin: 'grant', document: JSON.stringify({ Version: '2012-10-17', Statement }) };
}
