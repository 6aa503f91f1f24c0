import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideCopy } from '../../src/decision/decide-copy.ts';
import { requirements } from '../../src/decision/requirements.ts';
import type { Case, CaseFile } from './case-file.ts';
import { changed } from './case-file.ts';
import { greenFacts } from './green-facts.ts';

const files = globSync('test/cases/*.json').sort();
const cases = files.flatMap((file) =>
  (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases.map((each) => ({ file, ...each })),
);

function decide({ copy, given }: Case) {
  const decision = decideCopy(changed(greenFacts(copy), given));
  const named = (outcome: string) =>
    decision.findings.filter((each) => each.outcome === outcome).map((each) => each.requirement);
  return { decision, unmet: named('unmet'), unknown: named('unknown') };
}

test.each(cases)('$file: $name', (each) => {
  const { decision, unmet, unknown } = decide(each);
  expect({ unmet, unknown }).toEqual({ unmet: each.unmet, unknown: each.unknown ?? [] });
  expect(decision.isAllowed).toBe(unmet.length === 0 && unknown.length === 0);
  if (each.says !== undefined) expect(decision.sentence?.text).toBe(each.says);
  if (each.category !== undefined) expect(decision.sentence?.category).toBe(each.category);
  if (each.actor !== undefined) expect(decision.firstUnmet?.actor.side).toBe(each.actor);
});

test('each requirement is unmet in some case', () => {
  const exercised = new Set(cases.flatMap(({ unmet }) => unmet));
  expect(requirements.map(({ id }) => id).filter((id) => !exercised.has(id))).toEqual([]);
});

test('a file of requirements exports the requirement it is named after, and the list has them all', () => {
  const named = globSync('src/decision/requirements/*.ts').map((file) => file.replace(/^.*\/(.*)\.ts$/, '$1'));
  expect(requirements.map(({ id }) => id).sort()).toEqual(named.sort());
});
