import { expect, test } from 'vitest';
import { withExemption, withStatements } from './document-edits.ts';
import type { PolicyPlace } from './remedy.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Copy';
const VAULT = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:safe';
const scp: PolicyPlace = { kind: 'organization-policy', policyId: 'p-12345678', origin: 'scp' };
const inline: PolicyPlace = { kind: 'role-inline', roleArn: ROLE, policyName: 'deny', origin: 'inline' };

function exempted(Statement: object, place: PolicyPlace = scp): unknown {
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const exemption = { principal: ROLE, actions: ['backup:CopyIntoBackupVault'], resource: VAULT };
  const once = withExemption(text, { statement: 0, exemption, place });
  const again = withExemption(once, { statement: 0, exemption, place });
  expect(again).toBe(once);
  return (JSON.parse(once) as { Statement: unknown }).Statement;
}

const EXCEPTION = { ArnNotEquals: { 'aws:PrincipalArn': ROLE } };
const into = { Effect: 'Deny', Action: 'backup:CopyIntoBackupVault', Resource: '*' };

test('a deny of the action alone excepts the principal', () => {
  expect(exempted(into)).toEqual([{ ...into, Condition: EXCEPTION }]);
});

test('an exception joins the list that is there, and other conditions stay', () => {
  const Condition = {
    ArnNotEquals: { 'aws:principalarn': 'arn:aws:iam::111122223333:role/Admin' },
    StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
  };
  expect(exempted({ ...into, Condition })).toEqual([
    {
      ...into,
      Condition: {
        ...Condition,
        ArnNotEquals: { 'aws:principalarn': ['arn:aws:iam::111122223333:role/Admin', ROLE] },
      },
    },
  ]);
});

test('other actions that are written out stay denied to everybody', () => {
  const Action = ['backup:DeleteBackupVault', 'backup:copyintobackupvault'];
  expect(exempted({ Sid: 'No', ...into, Action })).toEqual([
    { Sid: 'No', ...into, Action: 'backup:DeleteBackupVault' },
    { Sid: 'NoForCopies', ...into, Action: 'backup:copyintobackupvault', Condition: EXCEPTION },
  ]);
});

test('a deny of everything goes on denying everything else', () => {
  expect(exempted({ ...into, Action: '*' })).toEqual([
    { ...into, Action: '*', Condition: EXCEPTION },
    {
      Effect: 'Deny',
      Resource: '*',
      Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } },
      NotAction: 'backup:CopyIntoBackupVault',
    },
  ]);
});

test('a deny of all but some actions takes one more of them out, for the principal alone', () => {
  const { Action: _, ...bare } = into;
  expect(exempted({ ...bare, NotAction: 'iam:*' })).toEqual([
    { ...bare, NotAction: ['iam:*', 'backup:CopyIntoBackupVault'] },
    { ...bare, Action: 'backup:CopyIntoBackupVault', Condition: EXCEPTION },
  ]);
});

test("a role's own deny lets go of the one resource", () => {
  const { Resource: _, ...bare } = into;
  expect(exempted(into, inline)).toEqual([{ ...bare, NotResource: [VAULT] }]);
});

test('statements are added once, each under a name of its own', () => {
  const statement = { Sid: 'A', Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' } as const;
  const once = withStatements(null, [statement]);
  expect(withStatements(once, [statement])).toBe(once);
  expect(JSON.parse(withStatements(once, [{ ...statement, Resource: VAULT }]))).toMatchObject({
    Statement: [statement, { ...statement, Sid: 'A2', Resource: VAULT }],
  });
});
