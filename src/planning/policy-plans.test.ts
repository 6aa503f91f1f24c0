import { expect, test } from 'vitest';
import { effectivePolicy } from '../policy/effective-policy.ts';
import { validateManagementPolicy } from '../policy/validate-management-policy.ts';
import { plansOfPolicy } from './policy-plans.ts';

const ACCOUNT = '123456789012';

/** The first example of the guide, shortened. */
const EXAMPLE = {
  plans: {
    PII_Backup_Plan: {
      regions: { '@@assign': ['us-east-1', 'eu-north-1'] },
      rules: {
        Hourly: {
          schedule_expression: { '@@assign': 'cron(0 5/1 ? * * *)' },
          start_backup_window_minutes: { '@@assign': '480' },
          complete_backup_window_minutes: { '@@assign': '10080' },
          lifecycle: {
            move_to_cold_storage_after_days: { '@@assign': '180' },
            delete_after_days: { '@@assign': '270' },
            opt_in_to_archive_for_supported_resources: { '@@assign': 'false' },
          },
          target_backup_vault_name: { '@@assign': 'FortKnox' },
          recovery_point_tags: { owner: { tag_key: { '@@assign': 'Owner' }, tag_value: { '@@assign': 'Backup' } } },
          copy_actions: {
            'arn:aws:backup:us-east-1:$account:backup-vault:secondary': {
              target_backup_vault_arn: { '@@assign': 'arn:aws:backup:us-east-1:$account:backup-vault:secondary' },
              lifecycle: { delete_after_days: { '@@assign': '120' } },
            },
            'arn:aws:backup:us-west-1:111111111111:backup-vault:tertiary': {
              target_backup_vault_arn: { '@@assign': 'arn:aws:backup:us-west-1:111111111111:backup-vault:tertiary' },
            },
          },
        },
      },
      selections: {
        tags: {
          datatype: {
            iam_role_arn: { '@@assign': 'arn:aws:iam::$account:role/MyIamRole' },
            tag_key: { '@@assign': 'dataType' },
            tag_value: { '@@assign': ['PII', 'RED'] },
            conditions: {
              string_not_equals: {
                one: {
                  condition_key: { '@@assign': 'aws:ResourceTag/backup' },
                  condition_value: { '@@assign': 'false' },
                },
              },
            },
          },
        },
      },
      advanced_backup_settings: { ec2: { windows_vss: { '@@assign': 'enabled' } } },
      backup_plan_tags: { stage: { tag_key: { '@@assign': 'Stage' }, tag_value: { '@@assign': 'Beta' } } },
    },
  },
};

const plansOf = (policy: object) => plansOfPolicy(effectivePolicy([[JSON.stringify(policy)]])!, ACCOUNT);

test("the guide's example may be stored", () => {
  expect(validateManagementPolicy(JSON.stringify(EXAMPLE), 'backup')).toEqual([]);
});

test('a policy is a plan in each of its Regions, with the account filled in', () => {
  const [first, second, ...others] = plansOf(EXAMPLE);
  expect(others).toEqual([]);
  expect([first?.region, second?.region]).toEqual(['us-east-1', 'eu-north-1']);
  expect(first).toEqual({
    name: 'PII_Backup_Plan',
    region: 'us-east-1',
    plan: {
      name: 'PII_Backup_Plan',
      rules: [
        {
          id: 'Hourly',
          name: 'Hourly',
          vaultName: 'FortKnox',
          schedule: 'cron(0 5/1 ? * * *)',
          timeZone: 'Etc/UTC',
          startWindowMinutes: 480,
          completionWindowMinutes: 10_080,
          isContinuous: false,
          lifecycle: { moveToColdAfterDays: 180, deleteAfterDays: 270 },
          recoveryPointTags: { Owner: 'Backup' },
          copyActions: [
            {
              destinationVaultArn: `arn:aws:backup:us-east-1:${ACCOUNT}:backup-vault:secondary`,
              lifecycle: { deleteAfterDays: 120 },
            },
            { destinationVaultArn: 'arn:aws:backup:us-west-1:111111111111:backup-vault:tertiary' },
          ],
        },
      ],
      typeOptions: [{ type: 'EC2', options: { WindowsVSS: 'enabled' } }],
    },
    selections: [
      {
        name: 'datatype',
        roleArn: `arn:aws:iam::${ACCOUNT}:role/MyIamRole`,
        tags: [
          { key: 'dataType', value: 'PII' },
          { key: 'dataType', value: 'RED' },
        ],
        conditions: { StringNotEquals: [{ key: 'aws:ResourceTag/backup', value: 'false' }] },
      },
    ],
    tags: { Stage: 'Beta' },
  });
});

test('resources are selected by their types', () => {
  const { PII_Backup_Plan: plan } = EXAMPLE.plans;
  const selection = {
    iam_role_arn: { '@@assign': 'arn:aws:iam::$account:role/R' },
    resource_types: { '@@assign': ['*'] },
    not_resource_types: { '@@assign': ['arn:aws:ec2:*:*:volume/*'] },
  };
  const [found] = plansOf({ plans: { p: { ...plan, selections: { resources: { all: selection } } } } });
  expect(found?.selections).toEqual([
    {
      name: 'all',
      roleArn: `arn:aws:iam::${ACCOUNT}:role/R`,
      resources: ['*'],
      notResources: ['arn:aws:ec2:*:*:volume/*'],
    },
  ]);
});

test('what lacks a selection, a role or a possible rule is no plan', () => {
  const { PII_Backup_Plan: plan } = EXAMPLE.plans;
  const [one] = plansOf({ plans: { p: { ...plan, selections: {} } } });
  expect(one?.plan).toBeUndefined();
  const { schedule_expression: _left, ...rule } = plan.rules.Hourly;
  const [two] = plansOf({ plans: { p: { ...plan, rules: { rule } } } });
  expect(two?.plan).toBeUndefined();
  const { iam_role_arn: _out, ...selection } = plan.selections.tags.datatype;
  const [three] = plansOf({ plans: { p: { ...plan, selections: { tags: { selection } } } } });
  expect(three?.plan).toBeUndefined();
});
