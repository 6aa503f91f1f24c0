import { expect, test } from 'vitest';
import { effectivePolicy } from './effective-policy.ts';
import { validateManagementPolicy } from './validate-management-policy.ts';

type Written = Record<string, unknown>;

const tags = (content: Written) => JSON.stringify({ tags: content });
const values = (operators: Written) => tags({ costcenter: { tag_value: operators } });
const assign = (value: unknown) => ({ '@@assign': value });

function expectEffective(levels: string[][], expected: Written | undefined, profile: 'tag' | 'backup' = 'tag') {
  for (const text of levels.flat()) expect(validateManagementPolicy(text, profile)).toEqual([]);
  const effective = effectivePolicy(levels);
  expect(effective === undefined ? undefined : JSON.parse(effective)).toEqual(expected);
}

const merged = (tag_value: string[]) => ({ tags: { costcenter: { tag_value } } });

test('nothing attached comes to nothing', () => expectEffective([[], [], []], undefined));

test('operators are gone from what they come to', () =>
  expectEffective(
    [
      [
        tags({
          costcenter: {
            tag_key: assign('CostCenter'),
            tag_value: assign(['100', '200']),
            enforced_for: assign(['ec2:snapshot', 'backup:recovery-point']),
          },
        }),
      ],
    ],
    {
      tags: {
        costcenter: {
          tag_key: 'CostCenter',
          tag_value: ['100', '200'],
          enforced_for: ['ec2:snapshot', 'backup:recovery-point'],
        },
      },
    },
  ));

test('a child replaces, adds and takes away', () => {
  const parent = values(assign(['100', '200']));
  expectEffective([[parent], [values(assign(['300']))]], merged(['300']));
  expectEffective([[parent], [values({ '@@append': ['300', '100'] })]], merged(['100', '200', '300']));
  expectEffective([[parent], [values({ '@@remove': ['100'] })]], merged(['200']));
  expectEffective([[], [values({ '@@append': ['300'] })]], merged(['300']));
});

test('a parent decides which operators its children may use', () => {
  const parent = (...allowed: string[]) =>
    values({ ...assign(['100']), '@@operators_allowed_for_child_policies': allowed });
  expectEffective([[parent('@@none')], [values(assign(['300']))]], merged(['100']));
  expectEffective(
    [[parent('@@append')], [values(assign(['300']))], [values({ '@@append': ['200'] })]],
    merged(['100', '200']),
  );
  expectEffective([[parent('@@none')], [parent('@@all')], [values(assign(['300']))]], merged(['100']));
});

test('a limit on all tags holds for each of them', () => {
  const parent = tags({
    '@@operators_allowed_for_child_policies': ['@@none'],
    costcenter: { tag_value: assign(['100']) },
  });
  expectEffective(
    [[parent], [values(assign(['300']))], [tags({ team: { tag_key: assign('Team') } })]],
    merged(['100']),
  );
});

test('policies of one level do not limit each other', () => {
  const limiting = values({ ...assign(['100']), '@@operators_allowed_for_child_policies': ['@@none'] });
  expectEffective([[limiting, values({ '@@append': ['200'] })]], merged(['100', '200']));
});

test('a backup policy that lets nothing through stays as it is, and new plans stay out', () => {
  const none = { '@@operators_allowed_for_child_policies': ['@@none'] };
  const locked = (setting: Written) => ({ ...none, ...setting });
  const plan = locked({
    regions: locked({ '@@append': ['us-east-1', 'eu-north-1'] }),
    rules: locked({ hourly: locked({ target_backup_vault_name: locked(assign('FortKnox')) }) }),
  });
  const parent = JSON.stringify({ plans: locked({ PII_Backup_Plan: plan }) });
  const child = JSON.stringify({
    plans: {
      PII_Backup_Plan: {
        regions: assign(['us-west-2']),
        rules: { hourly: { target_backup_vault_name: assign('Mine') } },
      },
      Own_Plan: { regions: assign(['us-west-2']) },
    },
  });
  expectEffective(
    [[parent], [child]],
    {
      plans: {
        PII_Backup_Plan: {
          regions: ['us-east-1', 'eu-north-1'],
          rules: { hourly: { target_backup_vault_name: 'FortKnox' } },
        },
      },
    },
    'backup',
  );
});

test('backup plans of parent and child stand side by side', () => {
  const plan = (name: string) => ({ [name]: { regions: { '@@append': ['us-east-1'] } } });
  const both = [[JSON.stringify({ plans: plan('a') })], [JSON.stringify({ plans: plan('b') })]];
  expectEffective(both, { plans: { a: { regions: ['us-east-1'] }, b: { regions: ['us-east-1'] } } }, 'backup');
});

test.each([
  ['no JSON', '{'],
  ['another element at the top', JSON.stringify({ plans: {} })],
  ['an unknown operator', values({ '@@replace': ['a'] })],
  ['a value without an operator', tags({ costcenter: { tag_value: ['a'] } })],
  ['an unknown setting', tags({ costcenter: { tag_values: assign(['a']) } })],
  ['two wildcards in a value', values(assign(['*a*']))],
  ['a limit that is no operator', values({ '@@operators_allowed_for_child_policies': ['@@some'] })],
])('a tag policy with %s is found out', (_what, text) => {
  expect(validateManagementPolicy(text, 'tag')).toHaveLength(1);
});

const plan = (content: Written) => JSON.stringify({ plans: { nightly: content } });

test.each([
  ['a value outside an operator', plan({ rules: { daily: { target_backup_vault_name: 'vault' } } })],
  ['a list outside an operator', plan({ regions: ['eu-central-1'] })],
  ['a plan that is no object', JSON.stringify({ plans: { nightly: 'daily' } })],
  ['an element that no plan has', plan({ rule: { daily: { target_backup_vault_name: assign('vault') } } })],
  ['an element that no rule has', plan({ rules: { daily: { schedule: assign('cron(0 5 ? * * *)') } } })],
  ['a number outside an operator, deep inside', plan({ rules: { daily: { lifecycle: { delete_after_days: 35 } } } })],
])('a backup policy with %s is found out', (_what, text) => {
  expect(validateManagementPolicy(text, 'backup')).toHaveLength(1);
});
