import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import { type TwinCase, twinCases } from './generate-cases.ts';
import { twinEvaluate } from './twin-evaluate.ts';

/*
 * What the two had disagreed on, and what the documentation says (IAM User Guide unless another is named):
 *
 * - A federated user without session policies is denied: "How AWS enforcement code logic evaluates requests", "Session policies".
 * - `Principal: "*"` in the account is not limited by boundary or session policies: "Principal", "IAM role principals". That page alone
 *   says so; "Permissions boundaries for IAM entities" speaks of named roles.
 * - `"AWS": "*"` is `"*"`: "Principal", "All principals" calls them equivalent.
 * - NotPrincipal denies whoever has a boundary, and an account in the list does not stand for its people: "NotPrincipal".
 * - `ForAnyValue` fails an absent key also with `IfExists`: no page says so, an answered question on re:Post does, from a trial on AWS
 *   ("ForAnyValue:StringEqualsIfExists behaving unexpectedly").
 * - A grant on a key is enough across accounts: EC2 Auto Scaling User Guide, "Required AWS KMS key policy for use with encrypted volumes".
 *
 * What the documentation leaves open, and no case draws:
 *
 * - NotPrincipal that lists a user or role without its account: it "might" deny.
 * - Several values of a request under an operator without `ForAllValues` or `ForAnyValue`.
 * - A variable without a value beside other values, or under a negated operator: it "might cause the entire statement to be invalid".
 * - Wildcards of `Resource` that reach over a colon before the sixth part of an ARN.
 * - What boundary and session policies do to a grant on a key.
 * - Which of several kinds of documents a message names when more than one denies: any of them passes.
 */

const CASES = Number(process.env['CROSSVAULT_TWIN_CASES'] ?? 10_000);
const SEED = Number(process.env['CROSSVAULT_TWIN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What the real evaluator must say, given what the twin says: the outcome, and a kind of document that AWS may name. */
function expectAgreement({ request, policies }: TwinCase): string {
  const twin = twinEvaluate(request, policies);
  const { outcome, isAllowed, decidedBy } = evaluate(request, policies);
  const isNamable = decidedBy === undefined ? outcome === 'allowed' : twin.namable.includes(decidedBy);
  if (outcome !== twin.outcome || isAllowed !== (outcome === 'allowed') || !isNamable) {
    throw new Error(`the twin says ${JSON.stringify(twin)}, the evaluator ${outcome} by ${decidedBy ?? 'nobody'}`);
  }
  return decidedBy === undefined ? outcome : `${outcome} by ${decidedBy}`;
}

/** Each must come up once in so many cases, or the property says little about it. */
const OUTCOMES = [
  'allowed',
  'explicit-deny by identity',
  'explicit-deny by permissions-boundary',
  'explicit-deny by session',
  'explicit-deny by service-control',
  'explicit-deny by resource-control',
  'explicit-deny by resource',
  'implicit-deny by identity',
  'implicit-deny by permissions-boundary',
  'implicit-deny by session',
  'implicit-deny by service-control',
  'implicit-deny by resource-control',
  'implicit-deny by resource',
];
const ONCE_IN = 400;

test(`the evaluator and its twin agree (seed ${SEED}, ${CASES} cases)`, { timeout: 60_000 + CASES * 10 }, () => {
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(twinCases, (each) => {
      const said = expectAgreement(each);
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }),
    { seed: SEED, numRuns: CASES },
  );
  for (const outcome of OUTCOMES) expect(counts.get(outcome) ?? 0, outcome).toBeGreaterThan(CASES / ONCE_IN);
});
