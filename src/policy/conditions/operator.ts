/** The name before the colon, with what surrounds it: `ForAnyValue:StringLikeIfExists`. */
export interface OperatorName {
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  /** `StringLike`, `Null`: without negation, so that `StringNotLike` is `StringLike` with `isNegated`. */
  readonly comparison: Comparison;
  readonly isNegated: boolean;
  readonly ifExists: boolean;
}

export type Comparison = (typeof COMPARISONS)[number];

const COMPARISONS = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'ArnEquals',
  'ArnLike',
  'Null',
] as const;

const NEGATIONS: ReadonlyMap<string, Comparison> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
]);

const WRITTEN = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

/** Returns nothing for a name that IAM does not know; `Null` knows no `IfExists`. */
export function parseOperator(written: string): OperatorName | undefined {
  const [matched, quantifier, name, ifExists] = WRITTEN.exec(written) ?? [];
  if (matched === undefined || name === undefined) return undefined;
  const negated = NEGATIONS.get(name);
  const comparison = negated ?? COMPARISONS.find((known) => known === name);
  if (!comparison || (comparison === 'Null' && ifExists)) return undefined;
  return {
    comparison,
    isNegated: negated !== undefined,
    ifExists: ifExists !== undefined,
    ...(quantifier && { quantifier: quantifier as 'ForAllValues' | 'ForAnyValue' }),
  };
}
