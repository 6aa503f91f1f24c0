import { expect, test } from 'vitest';
import { DESTINATION, NOW, SOURCE } from '../../../access/testing/access-world.ts';
import { ensureServiceLinkedRole, principalExists } from '../../../storage/records/iam.ts';
import { type IamWorld, openIamWorld } from './testing/iam-world.ts';

const BACKUP =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
const ROLE = { RoleName: 'AWSBackupCopy', AssumeRolePolicyDocument: BACKUP };
const ROLE_ARN = `arn:aws:iam::${SOURCE}:role/AWSBackupCopy`;
const BACKUP_POLICY = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const INLINE = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}';

const trusting = (...arns: string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: arns }, Action: 'sts:AssumeRole' },
  });

const exists = (world: IamWorld, principal: string) => world.records.read((db) => principalExists(db, principal));

test('a role is made, told and listed', async () => {
  const world = await openIamWorld();
  const { Role } = await world.call(SOURCE, 'CreateRole', {
    ...ROLE,
    Path: '/backup/',
    Description: 'copies',
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  expect(Role).toMatchObject({
    RoleName: 'AWSBackupCopy',
    Path: '/backup/',
    Arn: `arn:aws:iam::${SOURCE}:role/backup/AWSBackupCopy`,
    CreateDate: new Date(NOW),
    Description: 'copies',
    MaxSessionDuration: 3600,
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  expect(Role.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
  expect(decodeURIComponent(Role.AssumeRolePolicyDocument)).toBe(BACKUP);
  expect((await world.call(SOURCE, 'GetRole', { RoleName: 'AWSBackupCopy' })).Role).toEqual({
    ...Role,
    RoleLastUsed: {},
  });
  expect((await world.call(SOURCE, 'ListRoles', { PathPrefix: '/backup' })).Roles).toHaveLength(1);
  expect((await world.call(SOURCE, 'ListRoles', { PathPrefix: '/other/' })).Roles).toEqual([]);
  expect((await world.call(DESTINATION, 'ListRoles')).Roles).toEqual([]);
});

test('documents travel percent-encoded as RFC 3986 has it', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateRole', ROLE);
  await world.call(SOURCE, 'PutRolePolicy', { RoleName: ROLE.RoleName, PolicyName: 'P', PolicyDocument: INLINE });
  const { PolicyDocument } = await world.call(SOURCE, 'GetRolePolicy', { RoleName: ROLE.RoleName, PolicyName: 'P' });
  expect(PolicyDocument).toContain('kms%3A%2A');
  expect(decodeURIComponent(PolicyDocument)).toBe(INLINE);
});

test('a name is taken in any case', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateRole', ROLE);
  expect(await world.refusal(SOURCE, 'CreateRole', { ...ROLE, RoleName: 'awsbackupCOPY' })).toBe(
    'EntityAlreadyExists: Role with name awsbackupCOPY already exists.',
  );
});

test('what is not there cannot be found', async () => {
  const world = await openIamWorld();
  const name = { RoleName: 'Nobody' };
  const sentence = 'NoSuchEntity: The role with name Nobody cannot be found.';
  expect(await world.refusal(SOURCE, 'GetRole', name)).toBe(sentence);
  expect(await world.refusal(SOURCE, 'DeleteRole', name)).toBe(sentence);
  expect(await world.refusal(SOURCE, 'ListInstanceProfilesForRole', name)).toBe(sentence);
  await world.call(SOURCE, 'CreateRole', ROLE);
  expect(await world.refusal(SOURCE, 'GetRolePolicy', { RoleName: ROLE.RoleName, PolicyName: 'P' })).toBe(
    'NoSuchEntity: The role policy with name P cannot be found.',
  );
  expect(await world.refusal(SOURCE, 'DetachRolePolicy', { RoleName: ROLE.RoleName, PolicyArn: BACKUP_POLICY })).toBe(
    `NoSuchEntity: Policy ${BACKUP_POLICY} was not found.`,
  );
});

test('a trust policy names principals that exist', async () => {
  const world = await openIamWorld();
  const refused = (document: string) =>
    world.refusal(SOURCE, 'CreateRole', { ...ROLE, AssumeRolePolicyDocument: document });
  const invalid = (principal: string) => `MalformedPolicyDocument: Invalid principal in policy: "AWS":"${principal}"`;
  for (const stranger of ['arn:aws:iam::999999999999:root', `${ROLE_ARN}x`, '999999999999', 'not an arn']) {
    expect(await refused(trusting(DESTINATION, stranger))).toBe(invalid(stranger));
  }
  expect(await refused(BACKUP.replace('backup.amazonaws.com', 'nowhere'))).toBe(
    'MalformedPolicyDocument: Invalid principal in policy: "Service":"nowhere"',
  );
  await world.call(SOURCE, 'CreateRole', { ...ROLE, AssumeRolePolicyDocument: trusting(DESTINATION) });
});

test.each([
  ['{', 'This policy contains invalid Json'],
  [BACKUP.replace('"Action"', '"Resource":"*","Action"'), 'Has prohibited field Resource'],
  [BACKUP.replace('sts:AssumeRole', 's3:GetObject'), 'AssumeRole policy may only specify STS AssumeRole actions.'],
  [INLINE.replace('kms:*', 'sts:AssumeRole').replace(',"Resource":"*"', ''), 'Missing required field Principal'],
])('the trust policy %s is malformed', async (document, sentence) => {
  const world = await openIamWorld();
  expect(await world.refusal(SOURCE, 'CreateRole', { ...ROLE, AssumeRolePolicyDocument: document })).toBe(
    `MalformedPolicyDocument: ${sentence}`,
  );
});

test.each([
  ['{', 'Syntax errors in policy.'],
  [INLINE.replace('2012-10-17', '2020-01-01'), 'Syntax errors in policy.'],
  [INLINE.replace('"Allow"', '"allow"'), 'The policy failed legacy parsing'],
  [INLINE.replace('kms:*', 'kms'), 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'],
  [INLINE.replace('kms:*', 'kms:a:b'), 'Actions/Condition can contain only one colon.'],
  [INLINE.replace('kms:*', 'k ms:a'), 'Vendor k ms is not valid'],
  [INLINE.replace('"kms:*"', '[]'), 'Policy statement must contain actions.'],
  [INLINE.replace('"kms:*"', '7'), 'Syntax errors in policy.'],
  [INLINE.replace('"*"', '[]'), 'Policy statement must contain resources.'],
  [INLINE.replace('"*"', '"thing"'), 'Resource thing must be in ARN format or "*".'],
  [INLINE.replace('"*"', '"arn:x:s3:::b"'), 'Partition "x" is not valid for resource "arn:x:s3:::b".'],
  [INLINE.replace('"*"', '"arn:aws"'), 'Resource vendor must be fully qualified and cannot contain regexes.'],
  [INLINE.replace('"*"', '"arn:aws:s3:x::b"'), 'Resource arn:aws:s3:x::b can not contain region information.'],
  [
    INLINE.replace('"*"', '"arn:aws:iam:x::role/b"'),
    'IAM resource arn:aws:iam:x::role/b cannot contain region information.',
  ],
  [INLINE.replace('"*"', '"arn:aws:s3::b"'), 'The policy failed legacy parsing'],
  [INLINE.replace(',"Resource":"*"', ''), 'Policy statement must contain resources.'],
  [INLINE.replace('"Action":"kms:*",', ''), 'Policy statement must contain actions.'],
  [INLINE.replace('"Action"', '"Principal":"*","Action"'), 'Policy document should not specify a principal.'],
])('the identity policy %s is malformed', async (PolicyDocument, sentence) => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateRole', ROLE);
  const input = { RoleName: ROLE.RoleName, PolicyName: 'P', PolicyDocument };
  expect(await world.refusal(SOURCE, 'PutRolePolicy', input)).toBe(`MalformedPolicyDocument: ${sentence}`);
});

test('all inline policies of a role share their space', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateRole', ROLE);
  const PolicyDocument = INLINE.replace('kms:*', `kms:${'x'.repeat(6000)}`);
  const put = { RoleName: ROLE.RoleName, PolicyDocument };
  await world.call(SOURCE, 'PutRolePolicy', { ...put, PolicyName: 'One' });
  await world.call(SOURCE, 'PutRolePolicy', { ...put, PolicyName: 'One' });
  expect(await world.refusal(SOURCE, 'PutRolePolicy', { ...put, PolicyName: 'Two' })).toBe(
    'LimitExceeded: Maximum policy size of 10240 bytes exceeded for role AWSBackupCopy',
  );
});

test('a role goes when its policies have gone', async () => {
  const world = await openIamWorld();
  const { RoleName } = ROLE;
  await world.call(SOURCE, 'CreateRole', ROLE);
  await world.call(SOURCE, 'AttachRolePolicy', { RoleName, PolicyArn: BACKUP_POLICY });
  await world.call(SOURCE, 'AttachRolePolicy', { RoleName, PolicyArn: BACKUP_POLICY });
  await world.call(SOURCE, 'PutRolePolicy', { RoleName, PolicyName: 'P', PolicyDocument: INLINE });
  expect((await world.call(SOURCE, 'ListAttachedRolePolicies', { RoleName })).AttachedPolicies).toEqual([
    { PolicyName: 'AWSBackupServiceRolePolicyForBackup', PolicyArn: BACKUP_POLICY },
  ]);
  expect((await world.call(SOURCE, 'ListRolePolicies', { RoleName })).PolicyNames).toEqual(['P']);
  expect(await world.refusal(SOURCE, 'DeleteRole', { RoleName })).toBe(
    'DeleteConflict: Cannot delete entity, must detach all policies first.',
  );
  await world.call(SOURCE, 'DetachRolePolicy', { RoleName, PolicyArn: BACKUP_POLICY });
  expect(await world.refusal(SOURCE, 'DeleteRole', { RoleName })).toBe(
    'DeleteConflict: Cannot delete entity, must delete policies first.',
  );
  await world.call(SOURCE, 'DeleteRolePolicy', { RoleName, PolicyName: 'P' });
  await world.call(SOURCE, 'DeleteRole', { RoleName });
  expect(await exists(world, ROLE_ARN)).toBe(false);
});

test('documents keep the unique id of a deleted role, and its successor gains nothing from them', async () => {
  const world = await openIamWorld();
  const { Role } = await world.call(SOURCE, 'CreateRole', ROLE);
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: [ROLE_ARN, SOURCE] },
        Action: 'sts:AssumeRole',
        Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE_ARN } },
      },
    ],
  });
  await world.call(DESTINATION, 'CreateRole', { RoleName: 'Inner', AssumeRolePolicyDocument });
  await world.call(DESTINATION, 'CreateRole', { ...ROLE, RoleName: 'Untouched' });
  await world.call(SOURCE, 'DeleteRole', { RoleName: ROLE.RoleName });
  await world.call(SOURCE, 'CreateRole', ROLE);
  const inner = (await world.call(DESTINATION, 'GetRole', { RoleName: 'Inner' })).Role;
  const [statement] = JSON.parse(decodeURIComponent(inner.AssumeRolePolicyDocument)).Statement;
  expect(statement.Principal.AWS).toEqual([Role.RoleId, SOURCE]);
  expect(statement.Condition.ArnEquals['aws:PrincipalArn']).toBe(ROLE_ARN);
  const untouched = (await world.call(DESTINATION, 'GetRole', { RoleName: 'Untouched' })).Role;
  expect(decodeURIComponent(untouched.AssumeRolePolicyDocument)).toBe(BACKUP);
});

test('tags are told apart without case and none are of AWS', async () => {
  const world = await openIamWorld();
  const { RoleName } = ROLE;
  await world.call(SOURCE, 'CreateRole', ROLE);
  await world.call(SOURCE, 'TagRole', {
    RoleName,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await world.call(SOURCE, 'TagRole', { RoleName, Tags: [{ Key: 'a', Value: '3' }] });
  await world.call(SOURCE, 'UntagRole', { RoleName, TagKeys: ['b'] });
  expect((await world.call(SOURCE, 'ListRoleTags', { RoleName })).Tags).toEqual([{ Key: 'a', Value: '3' }]);
  const twice = [
    { Key: 'x', Value: '1' },
    { Key: 'X', Value: '2' },
  ];
  expect(await world.refusal(SOURCE, 'TagRole', { RoleName, Tags: twice })).toMatch(
    /^InvalidInput: Duplicate tag keys/,
  );
  expect(await world.refusal(SOURCE, 'TagRole', { RoleName, Tags: [{ Key: 'aws:x', Value: '' }] })).toMatch(
    /^InvalidInput: /,
  );
});

test('a boundary is put, told and taken away', async () => {
  const world = await openIamWorld();
  const { RoleName } = ROLE;
  const PermissionsBoundary = 'arn:aws:iam::aws:policy/AWSBackupFullAccess';
  await world.call(SOURCE, 'CreateRole', ROLE);
  await world.call(SOURCE, 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary });
  expect((await world.call(SOURCE, 'GetRole', { RoleName })).Role.PermissionsBoundary).toEqual({
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: PermissionsBoundary,
  });
  await world.call(SOURCE, 'DeleteRolePermissionsBoundary', { RoleName });
  expect((await world.call(SOURCE, 'GetRole', { RoleName })).Role).not.toHaveProperty('PermissionsBoundary');
  const foreign = `arn:aws:iam::${DESTINATION}:policy/Theirs`;
  expect(await world.refusal(SOURCE, 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary: foreign })).toMatch(
    /^NoSuchEntity: /,
  );
});

test('pages join to the whole list', async () => {
  const world = await openIamWorld();
  const names = ['C', 'a', 'B', 'd', 'E'];
  for (const RoleName of names) await world.call(SOURCE, 'CreateRole', { ...ROLE, RoleName });
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await world.call(SOURCE, 'ListRoles', { MaxItems: 2, ...(Marker && { Marker }) });
    seen.push(...page.Roles.map((role: { RoleName: string }) => role.RoleName));
    expect(page.IsTruncated).toBe(page.Marker !== undefined);
    Marker = page.Marker;
  } while (Marker !== undefined);
  expect(seen.toSorted()).toEqual(names.toSorted());
  expect(await world.refusal(SOURCE, 'ListRoles', { Marker: 'nonsense' })).toMatch(/^ValidationError: /);
});

test('the role of AWS Backup is made once, belongs to AWS and can be let go', async () => {
  const world = await openIamWorld();
  const input = { AWSServiceName: 'backup.amazonaws.com' };
  const { Role } = await world.call(SOURCE, 'CreateServiceLinkedRole', input);
  const arn = `arn:aws:iam::${SOURCE}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
  expect(Role.Arn).toBe(arn);
  const RoleName = 'AWSServiceRoleForBackup';
  expect((await world.call(SOURCE, 'ListAttachedRolePolicies', { RoleName })).AttachedPolicies[0].PolicyName).toBe(
    'AWSBackupServiceLinkedRolePolicyForBackup',
  );
  expect(await world.refusal(SOURCE, 'CreateServiceLinkedRole', input)).toBe(
    'InvalidInput: Service role name AWSServiceRoleForBackup has been taken in this account, please try a different suffix.',
  );
  const onlyByAws =
    "UnmodifiableEntity: Cannot perform the operation on the protected role 'AWSServiceRoleForBackup' - this role is only modifiable by AWS";
  expect(await world.refusal(SOURCE, 'DeleteRole', { RoleName })).toBe(onlyByAws);
  expect(await world.refusal(SOURCE, 'PutRolePolicy', { RoleName, PolicyName: 'P', PolicyDocument: INLINE })).toBe(
    onlyByAws,
  );
  const { DeletionTaskId } = await world.call(SOURCE, 'DeleteServiceLinkedRole', { RoleName });
  expect(await world.call(SOURCE, 'GetServiceLinkedRoleDeletionStatus', { DeletionTaskId })).toEqual({
    Status: 'SUCCEEDED',
  });
  expect(await exists(world, arn)).toBe(false);
});

test('a service makes its role on first use and finds it afterwards', async () => {
  const world = await openIamWorld();
  const ensure = () =>
    world.records.write((db) => ensureServiceLinkedRole(db, SOURCE, 'backup.amazonaws.com', NOW, world.random));
  const first = await ensure();
  expect(await ensure()).toEqual(first);
  expect(first.linked_service).toBe('backup.amazonaws.com');
});

test('a policy of a service-linked role hangs on nothing else', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateRole', ROLE);
  const PolicyArn = 'arn:aws:iam::aws:policy/aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup';
  expect(await world.refusal(SOURCE, 'AttachRolePolicy', { RoleName: ROLE.RoleName, PolicyArn })).toBe(
    'PolicyNotAttachable: Cannot attach a Service Role Policy to a Customer Role.',
  );
});

test('principals exist while their bearers do', async () => {
  const world = await openIamWorld();
  const { Role } = await world.call(SOURCE, 'CreateRole', ROLE);
  for (const there of [
    SOURCE,
    `arn:aws:iam::${SOURCE}:root`,
    ROLE_ARN,
    Role.RoleId,
    `arn:aws:iam::${SOURCE}:user/admin`,
    `arn:aws:sts::${SOURCE}:assumed-role/AWSBackupCopy/night`,
  ]) {
    expect([there, await exists(world, there)]).toEqual([there, true]);
  }
  for (const missing of [
    '999999999999',
    'arn:aws:iam::999999999999:root',
    `arn:aws:iam::${SOURCE} :root`,
    `arn:aws:iam::${SOURCE}:role/awsbackupcopy`,
    `arn:aws:iam::${SOURCE}:role/path/AWSBackupCopy`,
    `arn:aws:iam::${DESTINATION}:role/AWSBackupCopy`,
    `arn:aws:iam::${DESTINATION}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`,
    `arn:aws:sts::${SOURCE}:assumed-role/Nobody/night`,
    'AROAAAAAAAAAAAAAAAAAA',
    '',
    '*',
  ]) {
    expect([missing, await exists(world, missing)]).toEqual([missing, false]);
  }
});

test('who may not touch a role does not learn whether it exists', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'eve' });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName: 'eve' })).AccessKey;
  const eve = (await world.credentials.find(AccessKeyId))!.principal;
  const before = await world.refusal(eve, 'GetRole', { RoleName: ROLE.RoleName });
  await world.call(SOURCE, 'CreateRole', ROLE);
  expect(await world.refusal(eve, 'GetRole', { RoleName: ROLE.RoleName })).toBe(before);
  expect(before).toBe(
    `AccessDenied: User: ${eve.arn} is not authorized to perform: iam:GetRole on resource: role ${ROLE.RoleName} because no identity-based policy allows the iam:GetRole action`,
  );
});
