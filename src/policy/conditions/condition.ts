import type { Lookup } from '../matching/template.ts';
import { TESTS, type Test } from './comparisons.ts';
import type { OperatorName } from './operator.ts';

/** One key under one operator of a statement's `Condition`. */
export interface Condition {
  /** As written: `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly name: OperatorName;
  /** As written. */
  readonly key: string;
  readonly keyLowerCase: string;
  readonly values: readonly string[];
  readonly tests: readonly Test[];
}

/** Returns the value that does not suit the operator where there is one. */
export function toCondition(
  parts: Pick<Condition, 'operator' | 'name' | 'key' | 'values'>,
  hasVariables: boolean,
): Condition | { readonly unsuited: string } {
  const tests: Test[] = [];
  for (const value of parts.values) {
    const test = toTest(parts.name, value, hasVariables);
    if (!test) return { unsuited: value };
    tests.push(test);
  }
  return { ...parts, keyLowerCase: parts.key.toLowerCase(), tests };
}

function toTest({ comparison }: OperatorName, value: string, hasVariables: boolean): Test | undefined {
  if (comparison !== 'Null') return TESTS[comparison](value, hasVariables);
  return /^(?:true|false)$/i.test(value) ? (asked) => asked === value.toLowerCase() : undefined;
}

/**
 * Whether the condition holds for the values that the request has under its key; none for a key that is absent.
 * Values of the document are alternatives (for a negated operator: none of them may fit). An absent key fails a positive
 * operator and passes a negated one and every `IfExists`; `ForAllValues` holds on an empty set, `ForAnyValue` never does, with
 * `IfExists` no more than without (tried on AWS: re:Post, "ForAnyValue:StringEqualsIfExists behaving unexpectedly").
 * See IAM User Guide, "Set operators for multivalued context keys" and "…IfExists condition operators".
 */
export function holds(condition: Condition, asked: readonly string[], lookup: Lookup): boolean {
  const { comparison, quantifier, isNegated, ifExists } = condition.name;
  if (comparison === 'Null') return fitsAny(condition, asked.length === 0 ? 'true' : 'false', lookup);
  if (asked.length === 0) {
    if (quantifier !== undefined) return quantifier === 'ForAllValues';
    return ifExists || isNegated;
  }
  const passes = (value: string) => fitsAny(condition, value, lookup) !== isNegated;
  if (quantifier === 'ForAllValues') return asked.every(passes);
  if (quantifier === 'ForAnyValue') return asked.some(passes);
  // AWS leaves several values without a quantifier undefined: negation stays the exact opposite.
  return isNegated ? asked.every(passes) : asked.some(passes);
}

function fitsAny({ tests }: Condition, asked: string, lookup: Lookup): boolean {
  for (const test of tests) if (test(asked, lookup)) return true;
  return false;
}
