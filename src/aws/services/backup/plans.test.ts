import { beforeEach, expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld, REGION } from './testing/backup-world.ts';

const NOT_FOUND = 'ResourceNotFoundException: Failed reading Backup plan with provided version';
const NIGHTLY = { RuleName: 'nightly', TargetBackupVaultName: 'first' };
const COPY = { DestinationBackupVaultArn: `arn:aws:backup:${REGION}:${DESTINATION}:backup-vault:offsite` };

let world: BackupWorld;
let role: string;

beforeEach(async () => {
  world = await openBackupWorld();
  role = await world.addRole(SOURCE, 'Backup');
  await call('PutRolePolicy', {
    RoleName: 'Backup',
    PolicyName: 'tags',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'tag:GetResources', Resource: '*' }],
    }),
  });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);
const refusal = (operation: string, input?: object) => world.refusal(SOURCE, operation, input);
const plan = (...rules: object[]) => ({
  BackupPlanName: 'plan',
  Rules: (rules.length === 0 ? [{}] : rules).map((rule) => ({ ...NIGHTLY, ...rule })),
});
const create = (document: object = plan(), more: object = {}) =>
  call('CreateBackupPlan', { BackupPlan: document, ...more });
const refusedPlan = (document: object) => refusal('CreateBackupPlan', { BackupPlan: document });
const read = (BackupPlanId: string, more: object = {}) => call('GetBackupPlan', { BackupPlanId, ...more });
const select = async (selection: object, more: object = {}) => {
  const { BackupPlanId } = await create();
  const BackupSelection = { SelectionName: 'all', IamRoleArn: role, ...selection };
  const answer = await call('CreateBackupSelection', { BackupPlanId, BackupSelection, ...more });
  return { BackupPlanId, SelectionId: answer.SelectionId as string, BackupSelection };
};
const refusedSelection = async (selection: object) => {
  const { BackupPlanId } = await create();
  const BackupSelection = { SelectionName: 'all', IamRoleArn: role, ...selection };
  return await refusal('CreateBackupSelection', { BackupPlanId, BackupSelection });
};

test('a plan is answered with its ids, and read back with defaults and rule ids', async () => {
  const made = await create(plan(), { CreatorRequestId: 'token' });
  expect(made).toEqual({
    BackupPlanId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    BackupPlanArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-plan:${made.BackupPlanId}`,
    CreationDate: new Date(world.clock.now()),
    VersionId: expect.stringMatching(/^[A-Za-z0-9+/=]{48}$/),
  });
  expect(await read(made.BackupPlanId)).toEqual({
    ...made,
    CreatorRequestId: 'token',
    BackupPlan: {
      BackupPlanName: 'plan',
      Rules: [
        {
          ...NIGHTLY,
          RuleId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          ScheduleExpression: 'cron(0 5 ? * * *)',
          ScheduleExpressionTimezone: 'Etc/UTC',
          StartWindowMinutes: 480,
          CompletionWindowMinutes: 10_080,
          EnableContinuousBackup: false,
        },
      ],
    },
  });
});

test('whatever a rule says is read back as it was written', async () => {
  const rule = {
    ...NIGHTLY,
    ScheduleExpression: 'cron(0 12 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    StartWindowMinutes: 60,
    CompletionWindowMinutes: 180,
    Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120, OptInToArchiveForSupportedResources: true },
    RecoveryPointTags: { team: 'one' },
    CopyActions: [{ ...COPY, Lifecycle: { DeleteAfterDays: 400 } }, COPY],
    EnableContinuousBackup: false,
    IndexActions: [{ ResourceTypes: ['EBS'] }],
    TargetLogicallyAirGappedBackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:gapped`,
  };
  const { BackupPlanId } = await create(plan(rule));
  const { BackupPlan } = await read(BackupPlanId);
  const { RuleId, ...back } = BackupPlan.Rules[0];
  expect(back).toEqual(rule);
  expect(RuleId).toBeTypeOf('string');
});

test('advanced settings stand at the top of the answer only', async () => {
  const settings = [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }];
  const made = await create({ ...plan(), AdvancedBackupSettings: settings });
  expect(made.AdvancedBackupSettings).toEqual(settings);
  const answer = await read(made.BackupPlanId);
  expect(answer.AdvancedBackupSettings).toEqual(settings);
  expect(answer.BackupPlan).not.toHaveProperty('AdvancedBackupSettings');
  expect(
    await refusedPlan({
      ...plan(),
      AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'maybe' } }],
    }),
  ).toBe('InvalidParameterValueException: Advanced backup settings for resource type EC2 are not valid');
});

test('the same document is refused a second time, other rules or a repeated request are not', async () => {
  const made = await create(plan(), { CreatorRequestId: 'one' });
  expect(await refusedPlan(plan())).toBe(
    'AlreadyExistsException: Backup plan with the same plan document already exists',
  );
  expect(await refusal('CreateBackupPlan', { BackupPlan: plan(), CreatorRequestId: 'two' })).toMatch(
    /^AlreadyExistsException/,
  );
  expect((await create(plan(), { CreatorRequestId: 'one' })).BackupPlanId).toBe(made.BackupPlanId);
  expect((await create(plan({ StartWindowMinutes: 61 }))).BackupPlanId).not.toBe(made.BackupPlanId);
  expect(await refusal('CreateBackupPlan', { BackupPlan: plan({ RuleName: 'b' }), CreatorRequestId: 'one' })).toMatch(
    /^AlreadyExistsException/,
  );
});

test('the same document may be written again once the plan is deleted', async () => {
  const { BackupPlanId } = await create();
  await call('DeleteBackupPlan', { BackupPlanId });
  expect((await create()).BackupPlanId).not.toBe(BackupPlanId);
});

test('an update is a new version; the old one can still be read, and a rule keeps its id', async () => {
  const made = await create();
  const before = await read(made.BackupPlanId);
  world.clock.advance(1000);
  const updated = await call('UpdateBackupPlan', {
    BackupPlanId: made.BackupPlanId,
    BackupPlan: plan({ ScheduleExpression: 'cron(30 1 ? * SUN *)' }, { RuleName: 'weekly' }),
  });
  expect(updated.VersionId).not.toBe(made.VersionId);
  const after = await read(made.BackupPlanId);
  expect(after.VersionId).toBe(updated.VersionId);
  expect(
    after.BackupPlan.Rules.map(({ ScheduleExpression }: { ScheduleExpression: string }) => ScheduleExpression),
  ).toEqual(['cron(30 1 ? * SUN *)', 'cron(0 5 ? * * *)']);
  expect(after.BackupPlan.Rules[0].RuleId).toBe(before.BackupPlan.Rules[0].RuleId);
  expect((await read(made.BackupPlanId, { VersionId: made.VersionId })).BackupPlan).toEqual(before.BackupPlan);
  const { BackupPlanVersionsList } = await call('ListBackupPlanVersions', { BackupPlanId: made.BackupPlanId });
  expect(BackupPlanVersionsList.map(({ VersionId }: { VersionId: string }) => VersionId)).toEqual([
    updated.VersionId,
    made.VersionId,
  ]);
});

test('a plan that is not there, or belongs to somebody else, is not found', async () => {
  const { BackupPlanId } = await create();
  for (const operation of ['GetBackupPlan', 'DeleteBackupPlan', 'ListBackupPlanVersions', 'ExportBackupPlanTemplate']) {
    expect(await refusal(operation, { BackupPlanId: 'absent' })).toBe(NOT_FOUND);
    expect(await world.refusal(DESTINATION, operation, { BackupPlanId })).toBe(NOT_FOUND);
  }
  expect(await refusal('UpdateBackupPlan', { BackupPlanId: 'absent', BackupPlan: plan() })).toBe(NOT_FOUND);
  expect(await refusal('GetBackupPlan', { BackupPlanId, VersionId: 'absent' })).toBe(NOT_FOUND);
});

test('a deleted plan is not found, but its versions are, and lists tell it to who asks', async () => {
  const made = await create();
  const { BackupPlanId, VersionId } = made;
  const deleted = await call('DeleteBackupPlan', { BackupPlanId });
  expect(deleted).toEqual({
    BackupPlanId,
    BackupPlanArn: made.BackupPlanArn,
    VersionId,
    DeletionDate: new Date(world.clock.now()),
  });
  expect(await refusal('GetBackupPlan', { BackupPlanId })).toBe(NOT_FOUND);
  expect(await refusal('DeleteBackupPlan', { BackupPlanId })).toBe(NOT_FOUND);
  expect((await read(BackupPlanId, { VersionId })).DeletionDate).toEqual(deleted.DeletionDate);
  expect((await call('ListBackupPlans')).BackupPlansList).toEqual([]);
  const { BackupPlansList } = await call('ListBackupPlans', { IncludeDeleted: true });
  expect(BackupPlansList).toMatchObject([{ BackupPlanId, BackupPlanName: 'plan', DeletionDate: deleted.DeletionDate }]);
});

test('plans are listed page by page, oldest first, each once', async () => {
  for (const name of ['bb', 'cc']) await create({ ...plan(), BackupPlanName: name });
  world.clock.advance(1);
  await create({ ...plan(), BackupPlanName: 'aa' });
  const first = await call('ListBackupPlans', { MaxResults: 2 });
  const second = await call('ListBackupPlans', { MaxResults: 2, NextToken: first.NextToken });
  expect(second).not.toHaveProperty('NextToken');
  const names = [...first.BackupPlansList, ...second.BackupPlansList].map(({ BackupPlanName }) => BackupPlanName);
  expect(names).toEqual(['bb', 'cc', 'aa']);
});

test.each([
  [
    { Lifecycle: { MoveToColdStorageAfterDays: 7, DeleteAfterDays: 90 } },
    'Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays',
  ],
  [
    { Lifecycle: { DeleteAfterDays: 36_501 } },
    'Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days',
  ],
  [{ EnableContinuousBackup: true }, 'Lifecycle must be specified for backup rule enabled continuous backup'],
  [
    { EnableContinuousBackup: true, Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 35 } },
    'Invalid lifecycle. MoveToColdStorageAfterDays is unavailable',
  ],
  [
    { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 36 } },
    'Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days',
  ],
  [{ ScheduleExpression: 'rate(1 day)' }, 'Invalid schedule expression.'],
  [{ ScheduleExpressionTimezone: 'Mars/Olympus' }, 'Invalid schedule expression timezone.'],
  [
    { StartWindowMinutes: 59 },
    'Invalid start window. StartWindowMinutes cannot be less than 60 or more than 52560000 minutes',
  ],
  [
    { StartWindowMinutes: 120, CompletionWindowMinutes: 120 },
    'Invalid completion window. CompletionWindowMinutes must be greater than StartWindowMinutes',
  ],
  [
    { CopyActions: Array.from({ length: 6 }, () => COPY) },
    'Invalid copy actions. No more than 5 copy actions are allowed',
  ],
  [
    { CopyActions: [{ DestinationBackupVaultArn: 'offsite' }] },
    'Invalid copy action. DestinationBackupVaultArn is not valid',
  ],
  [
    { CopyActions: [{ ...COPY, Lifecycle: { DeleteAfterDays: 0 } }] },
    'Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days',
  ],
])('a rule with %j is refused with its name', async (rule, sentence) => {
  expect(await refusedPlan(plan(rule))).toBe(`InvalidParameterValueException: Error in rule nightly : ${sentence}`);
});

test('a refused rule carries the service’s own code and context', async () => {
  const error = await call('CreateBackupPlan', { BackupPlan: plan({ Lifecycle: { DeleteAfterDays: 0 } }) }).catch(
    (refused: { members: object }) => refused,
  );
  expect(error.members).toEqual({
    Code: 'ERROR_3015',
    Context: '["nightly","Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days"]',
  });
});

test('a vault is named, not addressed, and must be a possible name; it need not be there', async () => {
  expect(await refusedPlan(plan({ TargetBackupVaultName: 'a vault' }))).toBe(
    'InvalidParameterValueException: Backup vault name a vault is not valid',
  );
  expect((await create(plan({ TargetBackupVaultName: 'absent' }))).BackupPlanId).toBeTypeOf('string');
});

test('a plan has one to ten rules', async () => {
  expect(await refusedPlan({ BackupPlanName: 'plan', Rules: [] })).toMatch(/^InvalidParameterValueException/);
  expect(await refusedPlan(plan(...Array.from({ length: 11 }, (_, index) => ({ RuleName: `r${index}` }))))).toMatch(
    /^LimitExceededException/,
  );
});

test('an exported plan is a document that makes the same plan', async () => {
  const { BackupPlanId } = await create(plan({ Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [COPY] }));
  const { BackupPlanTemplateJson } = await call('ExportBackupPlanTemplate', { BackupPlanId });
  const { BackupPlan } = await call('GetBackupPlanFromJSON', { BackupPlanTemplateJson });
  const [{ RuleId: _own, ...rule }] = (await read(BackupPlanId)).BackupPlan.Rules;
  expect(BackupPlan.Rules).toEqual([rule]);
});

test.each(['{', '[]', '{"BackupPlanName":"p"}', '{"BackupPlanName":"p","Rules":"none"}'])(
  '%s is no plan document',
  async (BackupPlanTemplateJson) => {
    expect(await refusal('GetBackupPlanFromJSON', { BackupPlanTemplateJson })).toMatch(
      /^InvalidRequestException: Invalid backup plan template\./,
    );
  },
);

test('plans carry tags, and rights may hang on them', async () => {
  const { BackupPlanId, BackupPlanArn } = await create(plan(), { BackupPlanTags: { team: 'one' } });
  expect((await call('ListTags', { ResourceArn: BackupPlanArn })).Tags).toEqual({ team: 'one' });
  await call('TagResource', { ResourceArn: BackupPlanArn, Tags: { stage: 'test' } });
  await call('UntagResource', { ResourceArn: BackupPlanArn, TagKeyList: ['team'] });
  expect((await call('ListTags', { ResourceArn: BackupPlanArn })).Tags).toEqual({ stage: 'test' });
  const user = await world.addUser(SOURCE, 'tagged', {
    Effect: 'Allow',
    Action: 'backup:GetBackupPlan',
    Condition: { StringEquals: { 'aws:ResourceTag/stage': 'test' } },
  });
  expect((await world.call(user, 'GetBackupPlan', { BackupPlanId })).BackupPlanId).toBe(BackupPlanId);
  expect(await world.refusal(user, 'DeleteBackupPlan', { BackupPlanId })).toMatch(/^AccessDeniedException/);
});

test('a selection is read back as it was written', async () => {
  const { BackupPlanId, SelectionId, BackupSelection } = await select(
    {
      Resources: ['arn:aws:ec2:*:*:volume/*'],
      NotResources: ['arn:aws:ec2:eu-west-1:111111111111:volume/vol-1'],
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
      Conditions: {
        StringEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' }],
        StringNotLike: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'test*' }],
      },
    },
    { CreatorRequestId: 'token' },
  );
  expect(await call('GetBackupSelection', { BackupPlanId, SelectionId })).toEqual({
    BackupPlanId,
    SelectionId,
    BackupSelection,
    CreationDate: new Date(world.clock.now()),
    CreatorRequestId: 'token',
  });
  expect((await call('ListBackupSelections', { BackupPlanId })).BackupSelectionsList).toEqual([
    {
      BackupPlanId,
      SelectionId,
      SelectionName: 'all',
      IamRoleArn: role,
      CreationDate: new Date(world.clock.now()),
      CreatorRequestId: 'token',
    },
  ]);
});

test('a repeated request makes no second selection', async () => {
  const { BackupPlanId, SelectionId, BackupSelection } = await select(
    { Resources: ['*'] },
    { CreatorRequestId: 'one' },
  );
  const again = { BackupPlanId, BackupSelection, CreatorRequestId: 'one' };
  expect((await call('CreateBackupSelection', again)).SelectionId).toBe(SelectionId);
  const other = { ...again, BackupSelection: { ...BackupSelection, SelectionName: 'other' } };
  expect(await refusal('CreateBackupSelection', other)).toMatch(/^AlreadyExistsException/);
});

test('a plan is deleted only after its selections', async () => {
  const { BackupPlanId, SelectionId } = await select({ Resources: ['*'] });
  expect(await refusal('DeleteBackupPlan', { BackupPlanId })).toBe(
    'InvalidRequestException: Related backup plan selections must be deleted prior to backup plan deletion',
  );
  await call('DeleteBackupSelection', { BackupPlanId, SelectionId });
  expect((await call('DeleteBackupPlan', { BackupPlanId })).BackupPlanId).toBe(BackupPlanId);
});

test('selections of an unknown plan, and unknown selections, are told in AWS’s odd way', async () => {
  const { BackupPlanId } = await create();
  const id = { BackupPlanId: 'absent', SelectionId: 'absent' };
  const selection = { SelectionName: 'all', IamRoleArn: role, Resources: ['*'] };
  for (const operation of ['GetBackupSelection', 'DeleteBackupSelection', 'ListBackupSelections']) {
    expect(await refusal(operation, id)).toMatch(/^InvalidParameterValueException: Cannot find Backup plan/);
  }
  expect(await refusal('CreateBackupSelection', { ...id, BackupSelection: selection })).toMatch(
    /^InvalidParameterValueException: Cannot find Backup plan/,
  );
  expect(await refusal('GetBackupSelection', { BackupPlanId, SelectionId: 'absent' })).toMatch(
    /^ResourceNotFoundException/,
  );
  expect(await refusal('DeleteBackupSelection', { BackupPlanId, SelectionId: 'absent' })).toMatch(
    /^InvalidParameterValueException: Cannot find Backup plan/,
  );
});

test.each([
  [{}, 'MissingParameterValueException: Either Resources or Conditions must not be null'],
  [
    { Resources: [] },
    "InvalidParameterValueException: Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
  ],
  [
    { Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'one' }] } },
    "InvalidParameterValueException: Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
  ],
  [
    { Resources: ['volume'] },
    'InvalidParameterValueException: Invalid backup selection. Resource volume is not a valid ARN.',
  ],
  [
    { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'team', ConditionValue: 'one' }] } },
    'InvalidParameterValueException: Invalid backup selection. Condition key team must begin with aws:ResourceTag/',
  ],
  [
    { Resources: Array.from({ length: 31 }, () => 'arn:aws:ec2:*') },
    'LimitExceededException: A backup selection can have no more than 30 ARNs with wildcards.',
  ],
])('a selection of %j is refused', async (selection, sentence) => {
  expect(await refusedSelection(selection)).toBe(sentence);
});

test('a selection needs a role that Backup can assume, and for tags one that may read them', async () => {
  const absent = `arn:aws:iam::${SOURCE}:role/absent`;
  expect(await refusedSelection({ Resources: ['*'], IamRoleArn: absent })).toBe(
    `InvalidParameterValueException: IAM Role ${absent} cannot be assumed by AWS Backup`,
  );
  await call('DeleteRolePolicy', { RoleName: 'Backup', PolicyName: 'tags' });
  const { BackupPlanId } = await create({ ...plan(), BackupPlanName: 'other' });
  const byTags = {
    SelectionName: 'all',
    IamRoleArn: role,
    ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }],
  };
  expect(await refusal('CreateBackupSelection', { BackupPlanId, BackupSelection: byTags })).toBe(
    `InvalidParameterValueException: IAM Role ${role} is not authorized to call tag:GetResources`,
  );
});

test('templates are plans to begin with: add a name and vaults', async () => {
  const { BackupPlanTemplatesList } = await call('ListBackupPlanTemplates');
  expect(
    BackupPlanTemplatesList.map(({ BackupPlanTemplateName: name }: { BackupPlanTemplateName: string }) => name),
  ).toEqual([
    'Daily-35day-Retention',
    'Daily-Monthly-1yr-Retention',
    'Daily-Weekly-Monthly-5yr-Retention',
    'Daily-Weekly-Monthly-7yr-Retention',
  ]);
  const [{ BackupPlanTemplateId }, second] = BackupPlanTemplatesList;
  const { BackupPlanDocument } = await call('GetBackupPlanFromTemplate', { BackupPlanTemplateId });
  expect(BackupPlanDocument.Rules).toEqual([
    {
      RuleName: 'DailyBackups',
      ScheduleExpression: 'cron(0 5 ? * * *)',
      StartWindowMinutes: 480,
      Lifecycle: { DeleteAfterDays: 35 },
    },
  ]);
  for (const { BackupPlanTemplateId: id } of BackupPlanTemplatesList) {
    const answer = await call('GetBackupPlanFromTemplate', { BackupPlanTemplateId: id });
    expect((await create(plan(...answer.BackupPlanDocument.Rules))).BackupPlanId).toBeTypeOf('string');
  }
  const page = await call('ListBackupPlanTemplates', { MaxResults: 1 });
  expect(page.BackupPlanTemplatesList).toHaveLength(1);
  const next = await call('ListBackupPlanTemplates', { MaxResults: 1, NextToken: page.NextToken });
  expect(next.BackupPlanTemplatesList).toEqual([second]);
  expect(await refusal('GetBackupPlanFromTemplate', { BackupPlanTemplateId: 'absent' })).toMatch(
    /^ResourceNotFoundException/,
  );
});
