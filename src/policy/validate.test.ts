import { expect, test } from 'vitest';
import { parsePolicyDocument } from './document.ts';
import { principalsOf } from './principals-of.ts';
import { type PolicyProfile, validatePolicyDocument } from './validate.ts';

type Written = Record<string, unknown>;

const plain = { Effect: 'Allow', Action: 'backup:StartCopyJob', Resource: '*' };
const { Resource: _unused, ...withoutResource } = plain;
const trusting = { ...withoutResource, Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' };

const write = (statement: unknown, more: Written = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement, ...more });

function expectFine(profile: PolicyProfile, statement: unknown) {
  expect(validatePolicyDocument(write(statement), profile)).toEqual([]);
}

function expectFound(profile: PolicyProfile, text: string, ...codes: string[]) {
  const findings = validatePolicyDocument(text, profile);
  expect(findings.map(({ code }) => code)).toEqual(codes);
  for (const { sentence } of findings) expect(sentence).toMatch(/^.+\.$/s);
}

test.each<[PolicyProfile, unknown]>([
  ['identity', plain],
  ['identity', [plain, { ...plain, Effect: 'Deny', Sid: 'No' }]],
  ['key', { ...plain, Sid: 'Allow use of the key', Principal: { AWS: '111111111111' }, Action: 'kms:*' }],
  ['trust', trusting],
  ['vault-access', { ...plain, Principal: '*', Action: 'backup:CopyIntoBackupVault' }],
  ['scp', { ...plain, Effect: 'Deny', Condition: { Null: { 'aws:ResourceTag/a': true } } }],
  ['rcp', { ...plain, Effect: 'Deny', Principal: '*', Action: 'kms:*' }],
])('a proper %s document has no findings', expectFine);

test.each<[string, PolicyProfile, string, ...string[]]>([
  ['text that is no JSON', 'identity', '{"Version":', 'syntax'],
  ['a comma too many', 'identity', '{"Statement":[],}', 'syntax'],
  ['a name that comes twice', 'identity', '{"Statement":[],"Statement":[]}', 'syntax'],
  ['a list at the top', 'identity', '[]', 'syntax'],
  ['an unknown version', 'identity', write(plain, { Version: '2012-10-18' }), 'unknown-version'],
  ['an unknown element', 'identity', write({ ...plain, Resources: '*' }), 'unknown-element'],
  ['no statement', 'identity', '{"Version":"2012-10-17"}', 'missing-statement'],
  ['an empty list of statements', 'identity', write([]), 'missing-statement'],
  ['no effect', 'identity', write({ ...plain, Effect: undefined }), 'missing-effect'],
  ['an effect in lower case', 'identity', write({ ...plain, Effect: 'allow' }), 'invalid-effect'],
  ['no action', 'identity', write({ ...plain, Action: undefined }), 'missing-action'],
  ['an action without a service', 'identity', write({ ...plain, Action: 'StartCopyJob' }), 'invalid-action'],
  ['Action and NotAction', 'identity', write({ ...plain, NotAction: 'a:b' }), 'conflicting-elements'],
  ['no resource', 'identity', write(withoutResource), 'missing-resource'],
  ['a resource that is no ARN', 'identity', write({ ...plain, Resource: 'vault' }), 'invalid-resource'],
  ['a principal in an identity policy', 'identity', write({ ...plain, Principal: '*' }), 'prohibited-principal'],
  [
    'one Sid twice',
    'identity',
    write([
      { ...plain, Sid: 'A' },
      { ...plain, Sid: 'A' },
    ]),
    'invalid-sid',
  ],
  ['a Sid with spaces in an identity policy', 'identity', write({ ...plain, Sid: 'a b' }), 'invalid-sid'],
  ['an unknown operator', 'identity', write({ ...plain, Condition: { StringIs: { a: 'b' } } }), 'invalid-condition'],
  ['a date that is none', 'identity', write({ ...plain, Condition: { DateEquals: { a: 'b' } } }), 'invalid-condition'],
  ['no principal in a key policy', 'key', write(plain), 'missing-principal'],
  [
    'a stray space in an ARN',
    'key',
    write({ ...plain, Principal: { AWS: 'arn:aws:iam::111111111111 :root' } }),
    'invalid-principal',
  ],
  [
    'a wildcard in a principal',
    'key',
    write({ ...plain, Principal: { AWS: 'arn:aws:iam::111111111111:role/*' } }),
    'invalid-principal',
  ],
  ['an empty list of principals', 'key', write({ ...plain, Principal: { AWS: [] } }), 'invalid-principal'],
  ['a resource in a trust policy', 'trust', write({ ...trusting, Resource: '*' }), 'prohibited-resource'],
  ['another action in a trust policy', 'trust', write({ ...trusting, Action: 'iam:PassRole' }), 'invalid-action'],
  [
    'a wildcard in a vault access policy',
    'vault-access',
    write({ ...plain, Principal: '*', Action: 'backup:*' }),
    'invalid-action',
  ],
  ['a principal in an SCP', 'scp', write({ ...plain, Principal: '*' }), 'prohibited-principal'],
  ['an RCP that allows', 'rcp', write({ ...plain, Principal: '*' }), 'prohibited-allow'],
  [
    'an RCP for one account',
    'rcp',
    write({ ...plain, Effect: 'Deny', Principal: { AWS: '111111111111' } }),
    'invalid-principal',
  ],
  ['an RCP for all actions', 'rcp', write({ ...plain, Effect: 'Deny', Principal: '*', Action: '*' }), 'invalid-action'],
])('%s is found', (_what, profile, text, ...codes) => expectFound(profile, text, ...codes));

test('white space counts in Organizations and not in IAM', () => {
  const padded = write(plain) + ' '.repeat(7_000);
  expectFound('scp', padded, 'too-long');
  expectFound('identity', padded);
});

test('a finding tells statement and place', () => {
  const text = write([plain, { ...plain, Effect: 'Maybe' }]);
  const [found] = validatePolicyDocument(text, 'identity');
  expect(found).toMatchObject({ statement: 1 });
  expect(text.slice(found!.span!.start, found!.span!.end)).toBe('"Maybe"');
});

test('the principals of a document are those of all statements', () => {
  const text = write([
    { ...plain, Principal: { AWS: ['111111111111', 'arn:aws:iam::222222222222:role/a/b'] } },
    { ...plain, NotPrincipal: { Service: 'backup.amazonaws.com' } },
  ]);
  const named = principalsOf(parsePolicyDocument(text).document!);
  expect(named.map(({ statement, pattern }) => [statement, pattern.type, pattern.written])).toEqual([
    [0, 'account', '111111111111'],
    [0, 'arn', 'arn:aws:iam::222222222222:role/a/b'],
    [1, 'service', 'backup.amazonaws.com'],
  ]);
});
