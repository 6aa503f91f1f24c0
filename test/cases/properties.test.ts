import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRemedy, inOrderOfAction } from '../../src/decision/apply-remedy.ts';
import { decideCopy } from '../../src/decision/decide-copy.ts';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import type { Diagnosis } from '../../src/decision/diagnosis.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { unknownFor } from '../../src/decision/facts.ts';
import { causesOf } from '../../src/decision/failures/causes.ts';
import { copyJobMessageOf } from '../../src/messages/copy-job.ts';
import { say } from '../../src/words/text.ts';
import type { CaseFile } from './case-file.ts';
import { changed } from './case-file.ts';
import { document, greenFacts, SOURCE } from './green-facts.ts';
import { SPOILT, spoilt as spoiltBy } from './spoilt-copies.ts';

const cases = globSync('test/cases/*.json').flatMap(
  (file) => (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases,
);
const factsOf = (each: (typeof cases)[number]): CopyFacts => changed(greenFacts(each.copy), each.given);
const unmetOf = (facts: CopyFacts) => decideCopy(facts).findings.filter((each) => each.outcome === 'unmet');

const anyCase = fc.constantFrom(...cases);
const spoilt = cases.filter(({ unmet, unknown = [] }) => unmet.length > 0 && unknown.length === 0);

test('each sentence a decision speaks is one of messages/', () => {
  for (const each of cases) {
    for (const finding of unmetOf(factsOf(each))) {
      expect(copyJobMessageOf(finding.sentence.text)?.entry.id).toBe(finding.sentence.id);
    }
  }
});

test('each sentence is explained by the requirement that speaks it', () => {
  for (const each of cases) {
    for (const { sentence, requirement } of unmetOf(factsOf(each))) {
      expect(causesOf(sentence.id), sentence.id).toContain(requirement);
    }
  }
  for (const each of SPOILT) {
    for (const { id, sentence } of diagnoseCopy(spoiltBy(each)).findings) {
      if (sentence !== undefined) expect(causesOf(sentence.id), sentence.id).toContain(id);
    }
  }
});

test('each finding quotes what it was found in and says how to mend it', () => {
  for (const { evidence, mends } of spoilt.flatMap((each) => unmetOf(factsOf(each)))) {
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence.every(({ origin, quote }) => origin !== '' && quote !== '')).toBe(true);
    expect(mends.length).toBeGreaterThan(0);
    expect(mends.every(({ text }) => /^[A-Z].*\.$/s.test(say(text)))).toBe(true);
  }
});

const blockingOf = ({ findings }: Diagnosis) =>
  findings.filter(({ severity, outcome }) => severity === 'blocks' && outcome === 'unmet');

test.each(['smallest', 'documented'] as const)(
  'following all %s mends of a finding meets its requirement, and spoils no other',
  (wanted) => {
    let followed = 0;
    for (const each of cases) {
      const facts = factsOf(each);
      const before = blockingOf(diagnoseCopy(facts)).map(({ id }) => id);
      for (const { mends, id } of blockingOf(diagnoseCopy(facts))) {
        const chosen = mends.filter(({ kind, remedy }) => remedy !== undefined && kind === wanted);
        const remedies = chosen.flatMap(({ remedy }) => remedy ?? []);
        if (remedies.length === 0) continue;
        followed += 1;
        const after = blockingOf(diagnoseCopy(remedies.reduce(applyRemedy, facts))).map((finding) => finding.id);
        const others = before.filter((other) => other !== id);
        if (wanted === 'smallest') expect(after, `${each.name}: ${id}`).toEqual(others);
        // What AWS's pages write may mend more than the finding.
        else expect(others, `${each.name}: ${id}`).toEqual(expect.arrayContaining(after));
      }
    }
    expect(followed).toBeGreaterThan(10);
  },
);

test('following all mends of a report whose findings machines can mend makes the copy work', () => {
  let followed = 0;
  for (const each of spoilt) {
    const facts = factsOf(each);
    const blocking = blockingOf(diagnoseCopy(facts));
    const remedies = blocking.map(({ mends }) =>
      mends.flatMap(({ kind, remedy }) => (kind === 'smallest' && remedy ? [remedy] : [])),
    );
    if (remedies.some((list) => list.length === 0)) continue;
    followed += 1;
    const mended = inOrderOfAction(remedies.flat()).reduce(applyRemedy, facts);
    expect({ name: each.name, verdict: diagnoseCopy(mended).verdict }).toEqual({ name: each.name, verdict: 'works' });
  }
  expect(followed).toBeGreaterThan(20);
});

const DENY = document({ Effect: 'Deny', Action: '*', Resource: '*' });
const DENY_ALL = document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' });
const denied = { origin: 'deny', document: DENY };

/** Ways to add a deny to what is written somewhere. */
const DENIES: readonly ((facts: CopyFacts) => Record<string, unknown>)[] = [
  () => ({ 'role.found.identity': [denied] }),
  () => ({ 'role.found.boundary': denied }),
  () => ({ 'role.found.serviceControl': [[denied]] }),
  () => ({ 'role.found.trustPolicy': DENY_ALL }),
  () => ({ 'destination.resourceControl': [[denied]] }),
  () => ({ 'destination.vault.accessPolicy': DENY_ALL }),
  () => ({ 'source.key.policy': DENY_ALL }),
  () => ({ 'destination.key.policy': DENY_ALL }),
];

test('adding a deny never allows', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...DENIES), (each, deny) => {
      const facts = factsOf(each);
      const after = tryChange(facts, deny(facts));
      return after === undefined || decideCopy(facts).isAllowed || !decideCopy(after).isAllowed;
    }),
  );
});

test('a deny of everything in any document of a copy across accounts stops it', () => {
  for (const deny of DENIES) {
    const facts = greenFacts({ type: 'EBS' });
    expect(decideCopy(changed(facts, deny(facts))).isAllowed).toBe(false);
  }
});

const BLANKS = [
  'role.found',
  'role.found.identity',
  'role.found.boundary',
  'role.found.serviceControl',
  'crossAccountCopy',
  'source.organization',
  'source.resourceControl',
  'source.point',
  'source.point.tags',
  'source.key',
  'source.key.policy',
  'source.key.grants',
  'destination.organization',
  'destination.resourceControl',
  'destination.vault',
  'destination.vault.accessPolicy',
  'destination.vault.tags',
  'role.found.tags',
  'destination.key',
  'destination.key.policy',
  'destination.key.grants',
  'destination.serviceLinkedRole',
  'destination.serviceLinkedRole.identity',
];

test('what nobody could read never becomes a fault, and never lets a copy happen that was denied', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...BLANKS), (each, path) => {
      const facts = factsOf(each);
      const after = tryChange(facts, { [path]: unknownFor('backup:DescribeBackupVault') });
      if (after === undefined) return;
      const before = unmetOf(facts).map(({ requirement }) => requirement);
      expect(before).toEqual(expect.arrayContaining(unmetOf(after).map(({ requirement }) => requirement)));
      if (!decideCopy(facts).isAllowed) expect(decideCopy(after).isAllowed).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('decisions are data: facts and findings survive a journey as JSON', () => {
  const facts = greenFacts({ type: 'RDS', destinationAccount: SOURCE });
  const decision = decideCopy(facts);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  expect(decideCopy(JSON.parse(JSON.stringify(facts)) as CopyFacts)).toEqual(decision);
  expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
});

/** Nothing where the place is not there in these facts: a missing role has no boundary. */
function tryChange(facts: CopyFacts, given: Record<string, unknown>): CopyFacts | undefined {
  const [path] = Object.keys(given);
  const parent = path!
    .split('.')
    .slice(0, -1)
    .reduce<unknown>((place, step) => (place as Record<string, unknown> | null)?.[step], facts);
  const isThere = typeof parent === 'object' && parent !== null && !('unknown' in parent);
  return isThere ? changed(facts, given) : undefined;
}
