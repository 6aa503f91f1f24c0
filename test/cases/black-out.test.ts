import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import type { Diagnosis } from '../../src/decision/diagnosis.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { isUnknown, unknownFor } from '../../src/decision/facts.ts';
import type { CaseFile } from './case-file.ts';
import { changed } from './case-file.ts';
import { greenFacts } from './green-facts.ts';
import { SPOILT, spoilt } from './spoilt-copies.ts';

const cases = [
  ...globSync('test/cases/*.json')
    .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases)
    .map((each) => changed(greenFacts(each.copy), each.given)),
  ...SPOILT.map(spoilt),
];

const role = (path: string) =>
  ['', '.tags', '.identity', '.boundary', '.serviceControl'].map((member) => `${path}${member}`);
const side = (path: string) =>
  [
    'organization',
    'organization.path',
    'resourceControl',
    'serviceControl',
    'isRegionEnabled',
    'vault',
    'vault.accessPolicy',
    'vault.tags',
    'key',
    'key.policy',
    'key.grants',
    'key.tags',
    'key.aliases',
  ].map((member) => `${path}.${member}`);

/** Everything in the facts that may be unknown. */
const PLACES = [
  'crossAccountCopy',
  'caller',
  ...role('role.found'),
  ...side('source'),
  ...side('destination'),
  'source.point',
  'source.point.tags',
  'source.point.isEncrypted',
  'source.point.keyArn',
  'source.point.engine',
  'source.point.persistentOptions',
  'source.point.otherKeys',
  ...role('destination.serviceLinkedRole'),
  'destination.tagPolicy',
  'destination.allowedImageAccounts',
  'destination.linkedServices',
  'destination.load',
];

/** The facts with a place blacked out; as they are where it is not there: a missing role has no boundary. */
function blackedOut(facts: CopyFacts, place: string): CopyFacts {
  const steps = place.split('.');
  const last = steps.pop()!;
  const copy = structuredClone(facts) as unknown as Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: any place in the facts
  const parent = steps.reduce<any>((each, step) => each?.[step], copy);
  if (typeof parent !== 'object' || parent === null || isUnknown(parent) || !(last in parent)) return facts;
  parent[last] = unknownFor(`read:${place}`);
  return copy as unknown as CopyFacts;
}

const idsOf = ({ findings }: Diagnosis, outcome: string) =>
  findings.flatMap((each) => (each.outcome === outcome ? [each.id] : []));

test('parts blacked out never turn a verdict round, and never make a finding that was not there', () => {
  fc.assert(
    fc.property(fc.nat(cases.length - 1), fc.subarray(PLACES, { maxLength: 8 }), (index, places) => {
      const facts = cases[index]!;
      const [before, after] = [diagnoseCopy(facts), diagnoseCopy(places.reduce(blackedOut, facts))];
      if (before.verdict !== after.verdict)
        expect({ places, verdict: after.verdict }).toMatchObject({ verdict: 'unknown' });
      const met = new Set(idsOf(before, 'met'));
      expect(idsOf(after, 'unmet').filter((id) => met.has(id))).toEqual([]);
      const unmet = new Set(idsOf(before, 'unmet'));
      const settled = [...idsOf(after, 'met'), ...idsOf(after, 'not-applicable')];
      expect({ places, ids: settled.filter((id) => unmet.has(id)) }).toMatchObject({ ids: [] });
    }),
    { numRuns: Number(process.env.CROSSVAULT_BLACK_OUTS ?? 300) },
  );
});

test('a single part blacked out never settles a finding, whatever its severity', () => {
  for (const facts of cases) {
    const unmet = new Set(idsOf(diagnoseCopy(facts), 'unmet'));
    for (const place of PLACES) {
      const after = diagnoseCopy(blackedOut(facts, place));
      const settled = [...idsOf(after, 'met'), ...idsOf(after, 'not-applicable')].filter((id) => unmet.has(id));
      expect({ place, settled }).toEqual({ place, settled: [] });
    }
  }
});

test('with everything blacked out nothing is said but what is not known', () => {
  const { verdict, findings } = diagnoseCopy(PLACES.reduceRight(blackedOut, greenFacts({ type: 'EBS' })));
  expect(verdict).toBe('unknown');
  expect(findings.filter(({ outcome }) => outcome === 'unmet')).toEqual([]);
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  expect(unknown.every(({ grant }) => grant !== undefined)).toBe(true);
});
