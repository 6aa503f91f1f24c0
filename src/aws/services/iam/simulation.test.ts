import { expect, test } from 'vitest';
import { SOURCE } from '../../../access/testing/access-world.ts';
import { openIamWorld } from './testing/iam-world.ts';

interface Part {
  readonly Effect?: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: string;
  readonly Condition?: object;
}

const document = (...statements: readonly Part[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((part) => ({ Effect: 'Allow', Resource: '*', ...part })),
  });

const reads = document({ Action: 's3:Get*' });

test('each action has a result, in the order asked', async () => {
  const world = await openIamWorld();
  const { EvaluationResults } = await world.call(SOURCE, 'SimulateCustomPolicy', {
    PolicyInputList: [reads, document({ Effect: 'Deny', Action: 's3:GetBucketAcl' })],
    ActionNames: ['s3:GetObject', 's3:GetBucketAcl', 's3:PutObject'],
  });
  expect(EvaluationResults).toMatchObject([
    { EvalActionName: 's3:GetObject', EvalResourceName: '*', EvalDecision: 'allowed', MissingContextValues: [] },
    { EvalActionName: 's3:GetBucketAcl', EvalDecision: 'explicitDeny' },
    { EvalActionName: 's3:PutObject', EvalDecision: 'implicitDeny', MatchedStatements: [] },
  ]);
  // Where there is a denial, it alone is told.
  expect(EvaluationResults[1].MatchedStatements).toMatchObject([{ SourcePolicyId: 'PolicyInputList.2' }]);
});

test("a matched statement is told by its place, as AWS's own example has it", async () => {
  const world = await openIamWorld();
  const alone =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}';
  const { EvaluationResults } = await world.call(SOURCE, 'SimulateCustomPolicy', {
    PolicyInputList: [alone],
    ActionNames: ['dynamodb:CreateBackup'],
    ContextEntries: [
      { ContextKeyName: 'aws:CurrentTime', ContextKeyValues: ['2019-04-25T11:00:00Z'], ContextKeyType: 'date' },
    ],
  });
  expect(EvaluationResults[0].MatchedStatements).toEqual([
    {
      SourcePolicyId: 'PolicyInputList.1',
      SourcePolicyType: 'IAM Policy',
      StartPosition: { Line: 1, Column: 38 },
      EndPosition: { Line: 1, Column: 167 },
    },
  ]);
});

test('resources have results of their own; the whole is as refused as the worst of them', async () => {
  const world = await openIamWorld();
  const [good, bad] = ['arn:aws:s3:::good/x', 'arn:aws:s3:::bad/x'];
  const simulate = (ResourceArns: readonly string[]) =>
    world.call(SOURCE, 'SimulateCustomPolicy', {
      PolicyInputList: [document({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::good/*' })],
      ActionNames: ['s3:GetObject'],
      ResourceArns,
    });
  const [one] = (await simulate([good])).EvaluationResults;
  expect(one).toMatchObject({
    EvalResourceName: good,
    EvalDecision: 'allowed',
    ResourceSpecificResults: [{ EvalResourceName: good, EvalResourceDecision: 'allowed' }],
  });
  const [both] = (await simulate([good, bad])).EvaluationResults;
  expect(both.EvalDecision).toBe('implicitDeny');
  expect(both.ResourceSpecificResults).toMatchObject([
    { EvalResourceName: good, EvalResourceDecision: 'allowed' },
    { EvalResourceName: bad, EvalResourceDecision: 'implicitDeny' },
  ]);
});

test('what a policy asks for and nobody tells is missing', async () => {
  const world = await openIamWorld();
  const PolicyInputList = [
    document({
      Action: 's3:*',
      Resource: 'arn:aws:s3:::home/${aws:username}/*',
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, Bool: { 'aws:SecureTransport': 'true' } },
    }),
  ];
  expect((await world.call(SOURCE, 'GetContextKeysForCustomPolicy', { PolicyInputList })).ContextKeyNames).toEqual([
    'aws:SourceIp',
    'aws:SecureTransport',
    'aws:username',
  ]);
  const { EvaluationResults } = await world.call(SOURCE, 'SimulateCustomPolicy', {
    PolicyInputList,
    ActionNames: ['s3:GetObject'],
    ContextEntries: [{ ContextKeyName: 'aws:SourceIp', ContextKeyValues: ['203.0.113.7'], ContextKeyType: 'ip' }],
  });
  expect(EvaluationResults[0].MissingContextValues).toEqual(['aws:SecureTransport', 'aws:username']);
});

test("a user is simulated with its groups' policies and under its boundary", async () => {
  const world = await openIamWorld();
  const { PolicyArn } = await world
    .call(SOURCE, 'CreatePolicy', { PolicyName: 'Bound', PolicyDocument: document({ Action: 'backup:List*' }) })
    .then(({ Policy }) => ({ PolicyArn: Policy.Arn }));
  const { User } = await world.call(SOURCE, 'CreateUser', { UserName: 'alice', PermissionsBoundary: PolicyArn });
  await world.call(SOURCE, 'CreateGroup', { GroupName: 'staff' });
  await world.call(SOURCE, 'AddUserToGroup', { GroupName: 'staff', UserName: 'alice' });
  const policy = { GroupName: 'staff', PolicyName: 'all', PolicyDocument: document({ Action: 'backup:*' }) };
  await world.call(SOURCE, 'PutGroupPolicy', policy);
  const asked = {
    PolicySourceArn: User.Arn,
    ActionNames: ['backup:ListBackupVaults', 'backup:DeleteBackupVault'],
  };
  const { EvaluationResults } = await world.call(SOURCE, 'SimulatePrincipalPolicy', asked);
  expect(EvaluationResults).toMatchObject([
    {
      EvalDecision: 'allowed',
      MatchedStatements: [{ SourcePolicyId: 'group_staff_all' }],
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
    },
    { EvalDecision: 'implicitDeny', PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false } },
  ]);
  const unbound = await world.call(SOURCE, 'SimulatePrincipalPolicy', {
    ...asked,
    PolicyExclusionList: [{ PolicyType: 'permission-boundary' }],
  });
  expect(unbound.EvaluationResults[1].EvalDecision).toBe('allowed');
});

test('the simulation says what the request would meet', async () => {
  const world = await openIamWorld();
  const { User } = await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName: 'alice' })).AccessKey;
  const alice = (await world.credentials.find(AccessKeyId))?.principal;
  if (alice === undefined) throw new Error('the key was made');
  const PolicyDocument = document({ Action: ['iam:List*'] }, { Effect: 'Deny', Action: 'iam:ListUsers' });
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'own', PolicyDocument });
  const operations = ['ListRoles', 'ListUsers', 'GetAccountSummary'];
  const { EvaluationResults } = await world.call(SOURCE, 'SimulatePrincipalPolicy', {
    PolicySourceArn: User.Arn,
    ActionNames: operations.map((operation) => `iam:${operation}`),
  });
  for (const [index, operation] of operations.entries()) {
    const isServed = await world.call(alice, operation).then(
      () => true,
      () => false,
    );
    expect(EvaluationResults[index].EvalDecision === 'allowed').toBe(isServed);
  }
});

test("a resource's policy is tried on a caller, across accounts as well", async () => {
  const world = await openIamWorld();
  const simulate = (identity: string) =>
    world.call(SOURCE, 'SimulateCustomPolicy', {
      PolicyInputList: [identity],
      ActionNames: ['s3:GetObject'],
      ResourceArns: ['arn:aws:s3:::shared/x'],
      ResourceOwner: 'arn:aws:iam::222222222222:root',
      CallerArn: `arn:aws:iam::${SOURCE}:user/alice`,
      ResourcePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: SOURCE }, Action: 's3:GetObject', Resource: '*' }],
      }),
    });
  expect((await simulate(reads)).EvaluationResults[0].EvalDecision).toBe('allowed');
  expect((await simulate(document({ Action: 'sqs:*' }))).EvaluationResults[0].EvalDecision).toBe('implicitDeny');
});

test('results come in pages', async () => {
  const world = await openIamWorld();
  const asked = { PolicyInputList: [reads], ActionNames: ['s3:GetObject', 's3:PutObject', 's3:GetBucketAcl'] };
  const first = await world.call(SOURCE, 'SimulateCustomPolicy', { ...asked, MaxItems: 2 });
  expect(first).toMatchObject({ IsTruncated: true, EvaluationResults: [{}, {}] });
  const rest = await world.call(SOURCE, 'SimulateCustomPolicy', { ...asked, MaxItems: 2, Marker: first.Marker });
  expect(rest).toMatchObject({ IsTruncated: false, EvaluationResults: [{ EvalActionName: 's3:GetBucketAcl' }] });
});

test.each([
  [
    'an ARN that names no entity',
    `arn:aws:iam::${SOURCE}:root`,
    /^InvalidInput: Invalid Entity Arn: .* does not clearly/,
  ],
  ['an entity that is not there', `arn:aws:iam::${SOURCE}:user/nobody`, /^NoSuchEntity: /],
])('%s is refused', async (_case, PolicySourceArn, sentence) => {
  const world = await openIamWorld();
  const asked = { PolicySourceArn, ActionNames: ['s3:GetObject'] };
  expect(await world.refusal(SOURCE, 'SimulatePrincipalPolicy', asked)).toMatch(sentence);
  expect(await world.refusal(SOURCE, 'GetContextKeysForPrincipalPolicy', asked)).toMatch(sentence);
});

test.each([
  ['an action with a wildcard', { ActionNames: ['s3:*'] }],
  ['a document that is none', { PolicyInputList: ['{"no":"policy"}'] }],
  ["a resource's policy without a caller", { ResourcePolicy: reads }],
])('%s is refused', async (_case, wrong) => {
  const world = await openIamWorld();
  const asked = { PolicyInputList: [reads], ActionNames: ['s3:GetObject'], ...wrong };
  expect(await world.refusal(SOURCE, 'SimulateCustomPolicy', asked)).toMatch(/^InvalidInput: /);
});
