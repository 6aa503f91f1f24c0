import { expect, test } from 'vitest';
import { accessDenied, type DeniedRequest } from './access-denied.ts';

const ALICE = 'arn:aws:iam::111111111111:user/alice';
const DENYING = 'arn:aws:iam::111111111111:policy/DenyCopies';
const SUBJECT = `User: ${ALICE} is not authorized to perform: `;

const said = (request: Partial<DeniedRequest>): string =>
  accessDenied({
    caller: ALICE,
    action: 'backup:StartCopyJob',
    resource: 'arn:x',
    isOwnAccount: true,
    ...request,
  }).message.replace(SUBJECT, '');

const KINDS = [
  ['identity', 'an identity-based policy'],
  ['permissions-boundary', 'a permissions boundary'],
  ['session', 'a session policy'],
  ['service-control', 'a service control policy'],
  ['resource-control', 'a resource control policy'],
  ['resource', 'a resource-based policy'],
] as const;

test.each(KINDS)('a deny in a document of kind %s is said of %s', (document, words) => {
  expect(said({ reason: { document, isExplicit: true } })).toBe(
    `backup:StartCopyJob on resource: arn:x with an explicit deny in ${words}`,
  );
});

test.each(KINDS)('a missing allow in a document of kind %s is said of %s', (document, words) => {
  expect(said({ reason: { document, isExplicit: false } })).toBe(
    `backup:StartCopyJob on resource: arn:x because no ${words.replace(/^an? /, '')} allows the backup:StartCopyJob action`,
  );
});

test('the policy that denies is named', () => {
  expect(said({ reason: { document: 'identity', isExplicit: true, policyArn: DENYING } })).toBe(
    `backup:StartCopyJob on resource: arn:x with an explicit deny in an identity-based policy: ${DENYING}`,
  );
});

test('Backup says nothing of a resource that is everything, KMS and Organizations do', () => {
  expect(said({ action: 'backup:ListBackupPlans', resource: '*' })).toBe('backup:ListBackupPlans');
  expect(said({ action: 'kms:ListKeys', resource: '*' })).toBe('kms:ListKeys on resource: *');
  expect(said({ action: 'organizations:ListAccounts', resource: '*' })).toBe(
    'organizations:ListAccounts on resource: *',
  );
});

test.each([
  ['GetRole', 'role/service-role/Copier', 'role Copier'],
  ['CreateRole', 'role/service-role/Copier', 'ARN'],
  ['TagRole', 'role/Copier', 'ARN'],
  ['PassRole', 'role/Copier', 'ARN'],
  ['ListRoles', 'role/', 'ARN'],
  ['GetUser', 'user/team/bob', 'user bob'],
  ['CreateUser', 'user/bob', 'ARN'],
  ['CreateAccessKey', 'user/bob', 'user bob'],
  ['ListGroups', 'group/', 'ARN'],
  ['AddRoleToInstanceProfile', 'instance-profile/Copier', 'instance profile Copier'],
  ['CreatePolicy', 'policy/copies', 'policy copies'],
  ['GetPolicy', 'policy/copies', 'policy ARN'],
  ['ListPolicies', 'policy/', 'policy path /'],
])('IAM denies %s on %s by the words "%s"', (operation, resource, words) => {
  const arn = `arn:aws:iam::111111111111:${resource}`;
  const action = `iam:${operation}`;
  expect(said({ action, resource: arn })).toBe(`${action} on resource: ${words.replace('ARN', arn)}`);
});
