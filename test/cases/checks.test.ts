import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checks } from '../../src/decision/checks.ts';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import { greenFacts, SOURCE } from './green-facts.ts';
import {
  ALL,
  asking,
  type Change,
  control,
  DENY_FROM,
  DESTINATION,
  onSide,
  SPOILT,
  spoilt,
  VAULT,
} from './spoilt-copies.ts';

test.each(SPOILT)('$id is found where $because', (each) => {
  const { findings, verdict } = diagnoseCopy(spoilt(each));
  const finding = findings.find(({ id }) => id === each.id)!;
  expect(finding.outcome).toBe('unmet');
  if (each.severity !== undefined) expect(finding.severity).toBe(each.severity);
  if (finding.severity === 'blocks') expect(verdict).toBe('broken');
  expect(finding.evidence.length).toBeGreaterThan(0);
  expect(finding.mends.length).toBeGreaterThan(0);
});

/** Set-ups as careful teams have them: nothing to say, beside remarks. */
const careful: Change[] = [
  control('source', ALL, { ...DENY_FROM, Condition: { 'ForAllValues:ArnNotLike': { 'backup:CopyTargets': [VAULT] } } }),
  control('destination', ALL, {
    Effect: 'Deny',
    Action: ['organizations:LeaveOrganization', 'kms:ScheduleKeyDeletion'],
    Resource: '*',
  }),
  onSide('source', { isRegionEnabled: true }),
  onSide('destination', {
    isRegionEnabled: true,
    load: { runningCopies: 3, points: 100 },
    linkedServices: ['rds.amazonaws.com', 'elasticfilesystem.amazonaws.com'],
  }),
  asking(35),
];

test.each(['EBS', 'EC2', 'RDS', 'Aurora', 'EFS', 'S3', 'DynamoDB'] as const)(
  'a careful set-up of %s has nothing found',
  (type) => {
    const { findings, verdict } = diagnoseCopy(careful.reduce((facts, change) => change(facts), greenFacts({ type })));
    expect(findings.flatMap(({ id, outcome }) => (outcome === 'unmet' ? [id] : []))).toEqual([]);
    expect(verdict).toBe('works');
  },
);

test('each check is found somewhere, and a file of checks exports the check it is named after', () => {
  expect([...new Set(SPOILT.map(({ id }) => id))].sort()).toEqual(checks.map(({ id }) => id).sort());
  const named = globSync('src/decision/checks/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace(/^.*\/(.*)\.ts$/, '$1'));
  expect(named.filter((name) => name !== 'mends-of-caller').sort()).toEqual(checks.map(({ id }) => id).sort());
});

test('the way back is blocked by a key that does not know the first account, and says which account must act', () => {
  const green = greenFacts({ type: 'EFS' });
  const { findings, verdict } = diagnoseCopy(green, { wayBack: true });
  expect(verdict).toBe('works');
  const back = findings.filter(({ gate, outcome }) => gate === 'way-back' && outcome === 'unmet');
  expect(back.map(({ id, actor }) => [id, actor.account])).toEqual([
    ['way-back.destination-vault-admits-source', SOURCE],
    ['way-back.source-key-admits-destination', DESTINATION],
  ]);
});
