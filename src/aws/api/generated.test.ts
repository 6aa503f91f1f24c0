import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateConstraints, generateTables } from '../../../scripts/generate-api.ts';
import { compilePattern } from '../wire/validate-input.ts';
import type { Constraint, ShapeType } from './service-model.ts';
import { serviceConstraints, serviceModels } from './service-models.ts';

const folder = join(import.meta.dirname, 'generated');

const readGenerated = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('the checked-in tables are what the installed SDK says', () => {
  for (const [name, text] of generateTables())
    expect(readGenerated(name) === text, `${name}: run npm run generate`).toBe(true);
});

test('the checked-in constraints are what the same botocore says', (context) => {
  const generated = generateConstraints();
  const isSame =
    generated !== undefined && readGenerated('constraints-sts.ts').includes(`botocore ${generated.version},`);
  if (!isSame) context.skip('botocore of the version that the constraints were made from is not installed');
  for (const [name, text] of generated!.files)
    expect(readGenerated(name) === text, `${name}: run npm run generate`).toBe(true);
});

const models = Object.values(serviceModels);

test('each of the five services has its operations', () => {
  expect(models.map(({ name, operations }) => [name, Object.keys(operations).length])).toEqual([
    ['backup', 109],
    ['kms', 56],
    ['organizations', 63],
    ['sts', 11],
    ['iam', 180],
  ]);
});

test('StartCopyJob is what AWS documents', () => {
  const { operations, structures } = serviceModels.backup;
  expect(operations.StartCopyJob).toEqual({
    method: 'PUT',
    path: '/copy-jobs',
    status: 200,
    input: 'StartCopyJobInput',
    output: 'StartCopyJobOutput',
  });
  expect(structures.StartCopyJobInput).toEqual({
    required: ['RecoveryPointArn', 'SourceBackupVaultName', 'DestinationBackupVaultArn', 'IamRoleArn'],
    members: {
      RecoveryPointArn: { type: 'string' },
      SourceBackupVaultName: { type: 'string' },
      DestinationBackupVaultArn: { type: 'string' },
      IamRoleArn: { type: 'string' },
      IdempotencyToken: { type: 'string' },
      Lifecycle: { type: { structure: 'Lifecycle' } },
    },
  });
});

const structuresIn = (type: ShapeType): string[] => {
  if (typeof type !== 'object') return [];
  if ('structure' in type) return [type.structure];
  return structuresIn('list' in type ? type.list : type.map);
};

test('every structure that is named is there, with the members that it requires', () => {
  for (const { operations, structures } of models) {
    const named = [
      ...Object.values(operations).flatMap(({ input, output }) => [input, output].filter((name) => name !== undefined)),
      ...Object.values(structures).flatMap(({ members }) =>
        Object.values(members).flatMap(({ type }) => structuresIn(type)),
      ),
    ];
    expect(named.filter((name) => structures[name] === undefined)).toEqual([]);
    for (const { members, required } of Object.values(structures))
      expect(Object.keys(members)).toEqual(expect.arrayContaining([...required]));
  }
});

test('what travels in a path or a query string is a scalar, and every label has its member', () => {
  for (const { operations, structures } of models) {
    for (const { path, input } of Object.values(operations)) {
      const members = input === undefined ? {} : structures[input]!.members;
      const placed = Object.entries(members).filter(([, member]) => member.in !== undefined);
      expect(placed.filter(([, { type }]) => typeof type === 'object')).toEqual([]);
      const labels = placed.filter(([, member]) => member.in === 'label').map(([name]) => name);
      expect([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()).toEqual(labels.sort());
    }
  }
});

const patternsIn = (constraint: Constraint): string[] => [
  ...(constraint.pattern === undefined ? [] : [constraint.pattern]),
  ...[constraint.member, constraint.key, constraint.value].flatMap((each) =>
    each === undefined ? [] : patternsIn(each),
  ),
];

test("AWS's patterns, which are Java's, are understood and quick", () => {
  const patterns = new Set(
    Object.values(serviceConstraints).flatMap(({ structures }) =>
      Object.values(structures).flatMap((members) => Object.values(members).flatMap(patternsIn)),
    ),
  );
  expect(patterns.size).toBeGreaterThan(50);
  for (const pattern of patterns) {
    const expression = compilePattern(pattern);
    // One that backtracks without end would not come back from here.
    for (const unit of ['a', '/a', 'a-', '0', '.', ' ']) {
      expect(() => expression.test(`${unit.repeat(2_000)}\u0000\u0000`), pattern).not.toThrow();
    }
  }
});

test.each([
  ['CreateBackupVaultInput', 'BackupVaultName', 'my_vault-1', 'my vault'],
  ['CreateBackupVaultInput', 'BackupVaultName', 'ab', 'a'],
])('%s.%s takes %s and not %s', (structure, member, good, bad) => {
  const { pattern } = serviceConstraints.backup.structures[structure]![member]!;
  expect([good, bad].map((text) => compilePattern(pattern!).test(text))).toEqual([true, false]);
});

test('the keys of the settings by resource type are not held to the pattern', () => {
  expect(serviceConstraints.backup.structures.UpdateRegionSettingsInput).toBeUndefined();
});

test('the newest policy types are known', () => {
  const { enum: types } = serviceConstraints.organizations.structures.CreatePolicyRequest!.Type!;
  expect(types).toEqual(expect.arrayContaining(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY', 'BACKUP_POLICY']));
});
