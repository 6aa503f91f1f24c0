import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseFile, changed } from '../../../test/cases/case-file.ts';
import { document, greenFacts } from '../../../test/cases/green-facts.ts';
import { diagnoseCopy } from '../../decision/diagnose-copy.ts';
import type { CopyFacts } from '../../decision/facts.ts';
import type { FactsFile } from './facts-file.ts';
import { toFactsFile } from './read-facts.ts';
import { redact } from './redact.ts';
import { writeFacts } from './write-facts.ts';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

const fileOf = (facts: CopyFacts): FactsFile => toFactsFile(JSON.parse(JSON.stringify(facts)));

const redacted = (facts: CopyFacts): CopyFacts => {
  const text = writeFacts(redact(fileOf(facts), random));
  return toFactsFile(JSON.parse(text)).cases[0]!.facts!;
};

const verdictOf = (facts: CopyFacts): readonly string[] =>
  diagnoseCopy(facts).findings.map(({ id, outcome }) => `${id} ${outcome}`);

const cases = globSync('test/cases/*.json').flatMap(
  (file) => (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases,
);

test('verdicts on redacted facts are those on the facts', () => {
  for (const each of cases) {
    const facts = changed(greenFacts(each.copy), each.given);
    expect(verdictOf(redacted(facts)), each.name).toEqual(verdictOf(facts));
  }
});

const NAMES = ['CopyBackups', 'team-heron/copies', 'heron_prod', 'AwsBackupHeron', 'backup-heron-7'] as const;
const cut = (name: string, at: number, isEnd: boolean): string =>
  isEnd ? `*${name.slice(at)}` : `${name.slice(0, at)}*`;

/** Policies that name a role and a tag by patterns which may or may not fit. */
const patterns = fc.record({
  role: fc.constantFrom(...NAMES),
  named: fc.constantFrom(...NAMES),
  at: fc.integer({ min: 0, max: 9 }),
  isEnd: fc.boolean(),
  tag: fc.constantFrom('Team', 'team', 'CostCenter'),
  value: fc.constantFrom('heron', 'Heron', 'stork'),
  asked: fc.constantFrom('heron', 'her*', '*on', 'st*'),
  effect: fc.constantFrom('Allow', 'Deny'),
});

test('patterns in policies fit redacted names where they fitted the names', () => {
  fc.assert(
    fc.property(patterns, ({ role, named, at, isEnd, tag, value, asked, effect }) => {
      const green = greenFacts({ type: 'EBS' });
      const arn = `arn:aws:iam::111122223333:role/${role}`;
      const found = green.role.found as Exclude<CopyFacts['role']['found'], null | { unknown: unknown }>;
      const facts = changed(green, {
        'role.arn': arn,
        'role.found.principal': { ...found.principal, arn },
        'source.point.tags': { [tag]: value },
        'destination.vault.accessPolicy': document(
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 'backup:CopyIntoBackupVault',
            Resource: '*',
            Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${cut(named, at, isEnd)}` } },
          },
          {
            Effect: effect,
            Principal: { AWS: '111122223333' },
            Action: 'backup:CopyIntoBackupVault',
            Resource: '*',
            Condition: { StringLike: { 'aws:RequestTag/Team': asked } },
          },
        ),
      });
      expect(verdictOf(redacted(facts))).toEqual(verdictOf(facts));
    }),
    { numRuns: 150 },
  );
});

test('no account, key, organization, name or tag is left', () => {
  const facts = changed(greenFacts({ type: 'EBS' }), {
    'source.point.tags': { Project: 'kingfisher' },
    'destination.vault.name': 'kestrel-vault',
  });
  const text = writeFacts(redact(fileOf(facts), random)).toLowerCase();
  for (const secret of [
    '111122223333',
    '444455556666',
    '999900001111',
    '11111111-2222-4333-8444-555555555555',
    'o-abcdefghij',
    'ou-abcd-11111111',
    'kingfisher',
    'kestrel',
    'alias/ours',
    'aroaabcdefghijklmnopq',
  ]) {
    expect(text.includes(secret), secret).toBe(false);
  }
});

test('what stands in several places has one pseudonym', () => {
  const { role, source } = redacted(greenFacts({ type: 'EBS' }));
  expect(role.arn.split(':')[4]).toBe(source.account);
  expect(source.vaultArn.split(':')[4]).toBe(source.account);
  expect(source.account).toMatch(/^\d{12}$/);
});

test('no pseudonym is drawn twice for another file', () => {
  const [one, other] = [redacted(greenFacts({ type: 'EBS' })), redacted(greenFacts({ type: 'EBS' }))];
  expect(one.source.account).not.toBe(other.source.account);
});
