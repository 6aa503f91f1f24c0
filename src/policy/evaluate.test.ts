import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Principal } from '../model/principal.ts';
import { evaluate } from './evaluate.ts';
import type { AuthorizationRequest, PolicySet, SourcedDocument } from './evaluation.ts';

const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const KEY = `arn:aws:kms:eu-central-1:${SOURCE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const VAULT = `arn:aws:backup:eu-central-1:${DESTINATION}:backup-vault:copies`;

const user = (account: string): Principal => ({
  kind: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/team/alice`,
  userId: 'AIDAALICEALICEALICE',
});

const role = (account: string): Principal => ({
  kind: 'role',
  account,
  arn: `arn:aws:iam::${account}:role/service-role/AWSBackup`,
  userId: 'AROABACKUPBACKUPBACK:nightly',
  sessionArn: `arn:aws:sts::${account}:assumed-role/AWSBackup/nightly`,
  sessionName: 'nightly',
});

const root = (account: string): Principal => ({
  kind: 'root',
  account,
  arn: `arn:aws:iam::${account}:root`,
  userId: account,
});

const service: Principal = { kind: 'service', account: '', arn: 'backup.amazonaws.com', userId: '' };

type Written = Record<string, unknown>;

function doc(...statements: Written[]): SourcedDocument {
  const full = statements.map((statement) => ({ Action: '*', ...statement }));
  return { origin: 'test', document: JSON.stringify({ Version: '2012-10-17', Statement: full }) };
}

const allow = (more: Written = {}) => doc({ Effect: 'Allow', Resource: '*', ...more });
const deny = (more: Written = {}) => doc({ Effect: 'Deny', Resource: '*', ...more });
const allowTo = (AWS: string | string[], more: Written = {}) => allow({ Principal: { AWS }, ...more });

interface Case extends Partial<AuthorizationRequest> {
  policies: Partial<PolicySet>;
}

function ask({ policies, ...request }: Case) {
  const principal = request.principal ?? role(SOURCE);
  return evaluate(
    {
      principal,
      action: 'backup:CopyIntoBackupVault',
      resource: VAULT,
      resourceAccount: DESTINATION,
      context: {},
      ...request,
    },
    { identity: [], ...policies },
  );
}

const expectAllowed = (given: Case) => expect(ask(given)).toMatchObject({ outcome: 'allowed', isAllowed: true });
const expectDenied = (given: Case, by: string) =>
  expect(ask(given)).toMatchObject({ outcome: 'implicit-deny', isAllowed: false, decidedBy: by });
const expectForbidden = (given: Case, by: string) =>
  expect(ask(given)).toMatchObject({ outcome: 'explicit-deny', isAllowed: false, decidedBy: by });

const at = (account: string) => ({ resourceAccount: account });
const ordinary = (document: SourcedDocument) => ({ resource: { ...document, rules: 'ordinary' as const } });
const key = (document: SourcedDocument) => ({ resource: { ...document, rules: 'key' as const } });
const trust = (document: SourcedDocument) => ({ resource: { ...document, rules: 'trust' as const } });

test('nothing written is a no', () => expectDenied({ ...at(SOURCE), policies: {} }, 'identity'));

test('deny wins over allow, whichever stands first', () => {
  expectForbidden({ ...at(SOURCE), policies: { identity: [allow(), deny()] } }, 'identity');
  expectForbidden({ ...at(SOURCE), policies: { identity: [deny(), allow()] } }, 'identity');
});

test('actions match whatever their case, resources do not', () => {
  const identity = [doc({ Effect: 'Allow', Action: 'BACKUP:copy*', Resource: VAULT })];
  expectAllowed({ ...at(SOURCE), policies: { identity } });
  expectDenied({ ...at(SOURCE), resource: VAULT.toUpperCase(), policies: { identity } }, 'identity');
});

test('NotAction and NotResource allow all but what they list', () => {
  const identity = [
    doc({ Effect: 'Allow', Action: undefined, NotAction: 'backup:Delete*', NotResource: 'arn:aws:kms:*' }),
  ];
  expectAllowed({ ...at(SOURCE), policies: { identity } });
  expectDenied({ ...at(SOURCE), action: 'backup:DeleteBackupVault', policies: { identity } }, 'identity');
  expectDenied({ ...at(SOURCE), resource: KEY, policies: { identity } }, 'identity');
});

test('across accounts both sides must allow', () => {
  const resource = ordinary(allowTo(`arn:aws:iam::${SOURCE}:root`));
  expectDenied({ policies: { identity: [allow()] } }, 'resource');
  expectDenied({ policies: resource }, 'identity');
  expectAllowed({ policies: { identity: [allow()], ...resource } });
});

test('within an account either side is enough', () => {
  expectAllowed({ ...at(SOURCE), policies: { identity: [allow()] } });
  expectAllowed({ ...at(SOURCE), policies: ordinary(allowTo(role(SOURCE).arn)) });
  expectAllowed({ ...at(SOURCE), policies: ordinary(allow({ Principal: '*' })) });
});

test('naming the own account only delegates', () => {
  expectDenied({ ...at(SOURCE), policies: ordinary(allowTo(SOURCE)) }, 'identity');
  expectAllowed({ ...at(SOURCE), policies: { identity: [allow()], ...ordinary(allowTo(SOURCE)) } });
});

test.each([
  ['account id', SOURCE, true],
  ['account root', `arn:aws:iam::${SOURCE}:root`, true],
  ['role', role(SOURCE).arn, true],
  ['role without its path', `arn:aws:iam::${SOURCE}:role/AWSBackup`, false],
  ['session', role(SOURCE).sessionArn!, true],
  ['another session', `arn:aws:sts::${SOURCE}:assumed-role/AWSBackup/other`, false],
  ['unique id', 'AROABACKUPBACKUPBACK', true],
  ['another unique id', 'AROAOTHEROTHEROTHER1', false],
  ['everyone', '*', true],
  ['another account', DESTINATION, false],
])('a resource policy that names a role by %s', (_form, written, admits) => {
  const policies = { identity: [allow()], ...ordinary(allowTo(written)) };
  expect(ask({ policies }).isAllowed).toBe(admits);
});

test('a principal with a stray space names nobody', () => {
  const policies = { identity: [allow()], ...ordinary(allowTo(`arn:aws:iam::${SOURCE} :root`)) };
  expectDenied({ policies }, 'resource');
});

const except = (...AWS: string[]) =>
  ordinary(
    doc({ Effect: 'Allow', Principal: '*', Resource: '*' }, { Effect: 'Deny', NotPrincipal: { AWS }, Resource: '*' }),
  );

test('a denial for everyone but one exempts that one only', () => {
  expectAllowed({ policies: { identity: [allow()], ...except(role(SOURCE).arn) } });
  expectForbidden({ policies: { identity: [allow()], ...except(user(SOURCE).arn) } }, 'resource');
  expectForbidden({ policies: { identity: [allow()], ...except(SOURCE) } }, 'resource');
});

test('a boundary bounds what identity policies grant', () => {
  expectDenied(
    {
      ...at(SOURCE),
      policies: { identity: [allow()], boundary: doc({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
    },
    'permissions-boundary',
  );
});

test('a boundary holds where the resource policy names the role, not where it names the session or the user', () => {
  const boundary = doc({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  expectDenied(
    { ...at(SOURCE), policies: { boundary, ...ordinary(allowTo(role(SOURCE).arn)) } },
    'permissions-boundary',
  );
  expectAllowed({ ...at(SOURCE), policies: { boundary, ...ordinary(allowTo(role(SOURCE).sessionArn!)) } });
  expectAllowed({
    ...at(SOURCE),
    principal: user(SOURCE),
    policies: { boundary, ...ordinary(allowTo(user(SOURCE).arn)) },
  });
});

test('a boundary holds across accounts whoever is named', () => {
  const boundary = doc({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  expectDenied(
    { policies: { identity: [allow()], boundary, ...ordinary(allowTo(role(SOURCE).sessionArn!)) } },
    'permissions-boundary',
  );
});

test('session policies together are an upper bound', () => {
  const principal = (...documents: SourcedDocument[]) => ({
    ...role(SOURCE),
    sessionPolicies: documents.map(({ document }) => document),
  });
  const narrow = doc({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  expectDenied({ ...at(SOURCE), principal: principal(narrow), policies: { identity: [allow()] } }, 'session');
  expectAllowed({ ...at(SOURCE), principal: principal(narrow, allow()), policies: { identity: [allow()] } });
  expectForbidden(
    { ...at(SOURCE), principal: principal(allow(), deny()), policies: { identity: [allow()] } },
    'session',
  );
});

test('every level of service control policies must allow', () => {
  const identity = [allow()];
  expectAllowed({ ...at(SOURCE), policies: { identity, serviceControl: [[allow()], [allow()], [allow()]] } });
  expectDenied(
    { ...at(SOURCE), policies: { identity, serviceControl: [[allow()], [], [allow()]] } },
    'service-control',
  );
  expectForbidden(
    { ...at(SOURCE), policies: { identity, serviceControl: [[allow()], [allow(), deny()]] } },
    'service-control',
  );
});

test('service control policies bind the root user and no service-linked role', () => {
  const policies = { serviceControl: [[deny()]], identity: [allow()] };
  expectForbidden({ ...at(SOURCE), principal: root(SOURCE), policies }, 'service-control');
  expectAllowed({ ...at(SOURCE), principal: { ...role(SOURCE), isServiceLinked: true }, policies });
});

test('service control policies grant nothing', () => {
  expectDenied({ ...at(SOURCE), policies: { serviceControl: [[allow()]] } }, 'identity');
});

test('resource control policies bind callers from other accounts', () => {
  const policies = { identity: [allow()], ...ordinary(allowTo('*')) };
  expectForbidden(
    { policies: { ...policies, resourceControl: [[allow({ Principal: '*' })], [deny({ Principal: '*' })]] } },
    'resource-control',
  );
  expectDenied({ policies: { ...policies, resourceControl: [[]] } }, 'resource-control');
});

test('the root user needs no document', () => {
  expectAllowed({ ...at(SOURCE), principal: root(SOURCE), policies: {} });
  expectDenied({ principal: root(SOURCE), policies: {} }, 'resource');
});

test('a service has the resource policy only', () => {
  expectDenied({ principal: service, policies: { identity: [allow()] } }, 'resource');
  expectAllowed({ principal: service, policies: ordinary(allow({ Principal: { Service: 'backup.amazonaws.com' } })) });
  expectDenied(
    { principal: service, policies: ordinary(allow({ Principal: { Service: 'ec2.amazonaws.com' } })) },
    'resource',
  );
});

const atKey = { action: 'kms:Decrypt', resource: KEY, resourceAccount: SOURCE };

test('without the word of the key policy identity policies count for nothing', () => {
  expectDenied({ ...atKey, policies: { identity: [allow()], ...key(allowTo(user(SOURCE).arn)) } }, 'resource');
  expectDenied({ ...atKey, principal: root(SOURCE), policies: key(allowTo(user(SOURCE).arn)) }, 'resource');
});

test('a key policy that names the account root delegates', () => {
  const policies = key(allowTo(`arn:aws:iam::${SOURCE}:root`, { Action: 'kms:*' }));
  expectDenied({ ...atKey, policies }, 'identity');
  expectAllowed({ ...atKey, policies: { identity: [allow()], ...policies } });
  expectAllowed({ ...atKey, principal: root(SOURCE), policies });
});

test('a key policy that names the principal needs no identity policy', () =>
  expectAllowed({ ...atKey, policies: key(allowTo(role(SOURCE).arn)) }));

test('a key of another account needs its policy and an identity policy', () => {
  const principal = role(DESTINATION);
  const policies = key(allowTo([SOURCE, `arn:aws:iam::${DESTINATION}:root`]));
  expectDenied({ ...atKey, principal, policies }, 'identity');
  expectAllowed({ ...atKey, principal, policies: { identity: [allow()], ...policies } });
  expectDenied({ ...atKey, principal, policies: { identity: [allow()], ...key(allowTo(SOURCE)) } }, 'resource');
  expectDenied(
    { ...atKey, principal, policies: { identity: [allow()], ...key(allowTo(user(DESTINATION).arn)) } },
    'resource',
  );
});

test('a grant on a key opens it, unless something denies', () => {
  const grants = [{ origin: 'grant 1', document: '' }];
  const principal = role(DESTINATION);
  expectAllowed({ ...atKey, principal, policies: { grants, ...key(allowTo(SOURCE)) } });
  expectForbidden(
    { ...atKey, principal, policies: { grants, identity: [deny()], ...key(allowTo(SOURCE)) } },
    'identity',
  );
  expectAllowed({ ...atKey, principal: service, policies: { grants, ...key(allowTo(SOURCE)) } });
});

/** The policy of the founding articles for the source key (reference copy-semantics 5.1). */
const sharedKey = doc(
  { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${SOURCE}:root` }, Action: 'kms:*', Resource: '*' },
  {
    Sid: 'Allow attachment of persistent resources',
    Effect: 'Allow',
    Principal: { AWS: [SOURCE, DESTINATION] },
    Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  },
);

test('another account may make grants on a shared key for AWS resources only', () => {
  const given = { ...atKey, action: 'kms:CreateGrant', principal: role(DESTINATION) };
  const policies = { identity: [allow()], ...key(sharedKey) };
  expectAllowed({ ...given, context: { 'kms:GrantIsForAWSResource': 'true' }, policies });
  expectDenied({ ...given, context: { 'kms:GrantIsForAWSResource': 'false' }, policies }, 'resource');
  expectDenied({ ...given, policies }, 'resource');
});

const atRole = { action: 'sts:AssumeRole', resource: role(SOURCE).arn, resourceAccount: SOURCE };

test('a trust policy must name the caller or its account', () => {
  const principal = user(SOURCE);
  expectDenied({ ...atRole, principal, policies: { identity: [allow()], ...trust(allowTo(DESTINATION)) } }, 'resource');
  expectDenied({ ...atRole, principal, policies: trust(allowTo(SOURCE)) }, 'identity');
  expectAllowed({ ...atRole, principal, policies: { identity: [allow()], ...trust(allowTo(SOURCE)) } });
  expectAllowed({ ...atRole, principal, policies: trust(allowTo(principal.arn)) });
});

test('a trust policy that names another account needs its identity policies', () => {
  const principal = user(DESTINATION);
  expectDenied({ ...atRole, principal, policies: trust(allowTo(DESTINATION)) }, 'identity');
  expectAllowed({ ...atRole, principal, policies: { identity: [allow()], ...trust(allowTo(DESTINATION)) } });
});

test('a role that trusts the service lets it in', () =>
  expectAllowed({
    ...atRole,
    principal: service,
    policies: trust(
      doc({
        Effect: 'Allow',
        Principal: { Service: ['ec2.amazonaws.com', 'backup.amazonaws.com'] },
        Action: 'sts:AssumeRole',
      }),
    ),
  }));

/** Developer Guide, "Creating backup copies across AWS accounts": copies may go to the listed vaults only. */
const onlyToListedVaults = doc({
  Effect: 'Deny',
  Action: 'backup:CopyFromBackupVault',
  Resource: 'arn:aws:ec2:*::snapshot/*',
  Condition: { 'ForAllValues:ArnNotLike': { 'backup:CopyTargets': [VAULT] } },
});

test.each([
  ['the listed vault', { 'backup:CopyTargets': [VAULT] }, 'allowed'],
  ['another vault', { 'backup:CopyTargets': [`${VAULT}-2`] }, 'explicit-deny'],
  ['no vault at all, since ForAllValues holds on an empty set', {}, 'explicit-deny'],
])('an SCP on copy targets: %s', (_case, context, outcome) => {
  const resource = 'arn:aws:ec2:eu-central-1::snapshot/snap-01234567890abcdef';
  const policies = { identity: [allow()], serviceControl: [[allow(), onlyToListedVaults]] };
  expect(ask({ ...at(SOURCE), action: 'backup:CopyFromBackupVault', resource, context, policies }).outcome).toBe(
    outcome,
  );
});

test.each([
  ['the very unit', 'o-a1/r-b2/ou-b2-c3/', 'explicit-deny'],
  ['another unit', 'o-a1/r-b2/ou-b2-d4/', 'allowed'],
])('an SCP on organization paths that lets into one unit only: %s', (_case, path, outcome) => {
  const scp = doc({
    Effect: 'Deny',
    Action: 'backup:CopyFromBackupVault',
    Resource: '*',
    Condition: { 'ForAllValues:StringLike': { 'backup:CopyTargetOrgPaths': ['o-a1/r-b2/ou-b2-c3/*'] } },
  });
  const policies = { identity: [allow()], serviceControl: [[allow(), scp]] };
  const context = { 'backup:CopyTargetOrgPaths': [path] };
  expect(ask({ ...at(SOURCE), action: 'backup:CopyFromBackupVault', context, policies }).outcome).toBe(outcome);
});

test('a vault policy for an organization admits its members only', () => {
  const forOrganization = allow({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1' } } });
  const policies = { identity: [allow()], ...ordinary(forOrganization) };
  expectAllowed({ context: { 'aws:PrincipalOrgID': 'o-a1' }, policies });
  expectDenied({ context: { 'aws:PrincipalOrgID': 'o-z9' }, policies }, 'resource');
  expectDenied({ policies }, 'resource');
});

const when = (StringEquals: Written) => ({ identity: [allow({ Condition: { StringEquals } })] });

test.each([
  ['aws:PrincipalArn', role(SOURCE), role(SOURCE).arn],
  ['aws:PrincipalAccount', role(SOURCE), SOURCE],
  ['aws:userid', role(SOURCE), role(SOURCE).userId],
  ['aws:username', user(SOURCE), 'alice'],
  ['aws:PrincipalType', root(SOURCE), 'Account'],
  ['aws:PrincipalIsAWSService', role(SOURCE), 'false'],
  ['AWS:principaltag/Team', { ...role(SOURCE), sessionTags: { team: 'storage' } }, 'storage'],
  ['aws:ResourceAccount', role(SOURCE), DESTINATION],
])('%s follows from the principal', (name, principal, value) => {
  const policies = ordinary(allowTo(SOURCE));
  expectAllowed({ principal, policies: { ...policies, ...when({ [name]: value }) } });
  if (principal.kind !== 'root') {
    expectDenied({ principal, policies: { ...policies, ...when({ [name]: `${value}?` }) } }, 'identity');
  }
});

test('a policy variable stands for the request, its wildcards taken literally', () => {
  const identity = [allow({ Resource: 'arn:aws:backup:*:*:backup-vault:${aws:PrincipalTag/vault}' })];
  const principal = (vault: string) => ({ ...role(SOURCE), sessionTags: { vault } });
  expectAllowed({ ...at(SOURCE), principal: principal('copies'), policies: { identity } });
  expectDenied({ ...at(SOURCE), principal: principal('*'), policies: { identity } }, 'identity');
  expectDenied({ ...at(SOURCE), policies: { identity } }, 'identity');
});

test('what cannot be read denies', () => {
  expectForbidden(
    { ...at(SOURCE), policies: { identity: [allow(), { origin: 'broken', document: '{' }] } },
    'identity',
  );
});

test('the explanation names the first element that missed', () => {
  const { explanations } = ask({
    ...at(SOURCE),
    policies: { identity: [doc({ Sid: 'Reads', Effect: 'Allow', Action: 'backup:Describe*', Resource: '*' })] },
  });
  expect(explanations).toEqual([
    {
      kind: 'identity',
      origin: 'test',
      outcome: 'no-match',
      statements: [
        {
          name: 'Reads',
          index: 0,
          effect: 'Allow',
          matches: false,
          missed: { element: 'Action', asked: 'backup:CopyIntoBackupVault', written: 'backup:Describe*' },
        },
      ],
    },
  ]);
});

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: fc.constantFrom('*', { AWS: SOURCE }, { AWS: role(SOURCE).arn }, { AWS: DESTINATION }),
  Action: fc.constantFrom('*', 'backup:*', 'backup:CopyInto*', 'kms:*'),
  Resource: fc.constantFrom('*', VAULT, 'arn:aws:backup:*:*:backup-vault:other'),
  Condition: fc.constantFrom({}, { Bool: { x: 'true' } }, { StringNotEquals: { x: 'false' } }),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 5 });
const withoutPrincipal = (list: Written[]) => doc(...list.map((each) => ({ ...each, Principal: undefined })));
const set = fc.record({
  identity: statements,
  resource: statements,
  scp: statements,
  rules: fc.constantFrom('ordinary', 'key', 'trust'),
});
type Drawn = { identity: Written[]; resource: Written[]; scp: Written[]; rules: string };

function decide({ identity, resource, scp, rules }: Drawn, resourceAccount: string) {
  return ask({
    resourceAccount,
    context: { x: 'true' },
    policies: {
      identity: [withoutPrincipal(identity)],
      serviceControl: [[withoutPrincipal(scp)]],
      resource: { ...doc(...resource), rules: rules as 'ordinary' },
    },
  });
}

const account = fc.constantFrom(SOURCE, DESTINATION);

test('adding a deny never allows', () => {
  fc.assert(
    fc.property(
      set,
      account,
      statement,
      fc.constantFrom('identity', 'resource', 'scp'),
      (drawn, owner, extra, where) => {
        const more = { ...drawn, [where]: [...drawn[where as 'scp'], { ...extra, Effect: 'Deny' }] };
        expect(!decide(more, owner).isAllowed || decide(drawn, owner).isAllowed).toBe(true);
      },
    ),
  );
});

test('the order of statements does not matter', () => {
  fc.assert(
    fc.property(set, account, (drawn, owner) => {
      const turned = {
        ...drawn,
        identity: drawn.identity.toReversed(),
        resource: drawn.resource.toReversed(),
        scp: drawn.scp.toReversed(),
      };
      const { outcome, decidedBy } = decide(drawn, owner);
      expect(decide(turned, owner)).toMatchObject({ outcome, ...(decidedBy && { decidedBy }) });
    }),
  );
});

const federated = (home: string, sessionPolicies?: readonly string[]): Principal => ({
  kind: 'federated-user',
  account: home,
  arn: `arn:aws:sts::${home}:federated-user/alice`,
  userId: `${home}:alice`,
  ...(sessionPolicies && { sessionPolicies }),
});

// "If there is no session policy [and the principal is no] role session, the request is implicitly denied."
test('a federated user may nothing without session policies, but for what a resource gives to the session', () => {
  const principal = federated(SOURCE);
  expectDenied({ ...at(SOURCE), principal, policies: { identity: [allow()] } }, 'session');
  const allowed = federated(SOURCE, [allow().document]);
  expectAllowed({ ...at(SOURCE), principal: allowed, policies: { identity: [allow()] } });
  expectDenied({ ...at(SOURCE), principal: allowed, policies: { identity: [] } }, 'identity');
  expectAllowed({ ...at(SOURCE), principal, policies: { identity: [], ...ordinary(allowTo(principal.arn)) } });
});

const keysOnly = allow({ Action: 'kms:*' });

// "Principal", "IAM role principals": boundaries and session policies "do not limit permissions granted [...] with a wildcard".
test('what a resource gives to everyone goes past boundary and session policies, within the account', () => {
  const everyone = ordinary(allow({ Principal: '*' }));
  expectAllowed({ ...at(SOURCE), policies: { identity: [], boundary: keysOnly, ...everyone } });
  const both = ordinary(allowTo(['*', role(SOURCE).arn]));
  expectAllowed({ ...at(SOURCE), policies: { identity: [], boundary: keysOnly, ...both } });
  expectDenied({ policies: { identity: [allow()], boundary: keysOnly, ...everyone } }, 'permissions-boundary');
});

// "NotPrincipal": "will always deny any IAM principal that has a permissions boundary policy attached".
test('NotPrincipal exempts nobody with a boundary', () => {
  const exempt = doc(
    { Effect: 'Allow', Principal: '*', Resource: '*' },
    { Effect: 'Deny', NotPrincipal: { AWS: [role(SOURCE).arn, SOURCE] }, Resource: '*' },
  );
  expectAllowed({ policies: { identity: [allow()], ...ordinary(exempt) } });
  expect(ask({ policies: { identity: [allow()], boundary: allow(), ...ordinary(exempt) } })).toMatchObject({
    outcome: 'explicit-deny',
    decidedBy: 'resource',
  });
});

test('what a resource gives to the user who federated, the session has as far as its own policies let it', () => {
  const issuer = { kind: 'user' as const, arn: user(SOURCE).arn, userId: user(SOURCE).userId };
  const given = ordinary(allowTo(issuer.arn));
  const unbounded = { ...federated(SOURCE), issuer };
  const bounded = { ...federated(SOURCE, [allow().document]), issuer };
  expectDenied({ ...at(SOURCE), principal: unbounded, policies: { identity: [], ...given } }, 'session');
  expectAllowed({ ...at(SOURCE), principal: bounded, policies: { identity: [], ...given } });
});

test('an explicit deny tells which policy denies, where that has an ARN', () => {
  const arn = `arn:aws:iam::${SOURCE}:policy/no`;
  const policies = { identity: [allow(), { ...deny(), arn }] };
  expect(ask({ ...at(SOURCE), policies })).toMatchObject({ decidedBy: 'identity', decidedByArn: arn });
  expect(ask({ ...at(SOURCE), policies: { identity: [deny()] } })).not.toHaveProperty('decidedByArn');
});
