import { globs, type Sign, toSigns, withVariables } from './twin-glob.ts';

/** Keys in lower case, each with its values. */
export type TwinContext = ReadonlyMap<string, readonly string[]>;

interface Language {
  readonly context: TwinContext;
  /** Variables came with version 2012-10-17. */
  readonly hasVariables: boolean;
}

/**
 * One operator with one key, read from "IAM JSON policy elements: Condition operators" and "Multivalued context keys".
 * The word before the colon and the one at the end are taken off; the operator in between compares one value of the request with one of the
 * policy.
 */
export function conditionHolds(operator: string, key: string, written: readonly string[], language: Language): boolean {
  const given = language.context.get(key.toLowerCase()) ?? [];
  if (operator === 'Null') return written.some((value) => (value === 'true') === (given.length === 0));

  if (operator.startsWith('ForAllValues:')) {
    // "also returns true if there are no context keys in the request"
    return given.every((value) => meets(bare(operator), value, written, language));
  }
  if (operator.startsWith('ForAnyValue:')) {
    // "returns false" for missing keys, also with IfExists.
    return given.some((value) => meets(bare(operator), value, written, language));
  }
  const [value] = given;
  if (value === undefined) return operator.endsWith('IfExists') || isNegated(operator);
  return meets(bare(operator), value, written, language);
}

const bare = (operator: string): string => operator.slice(operator.indexOf(':') + 1).replace(/IfExists$/, '');

const isNegated = (operator: string): boolean => bare(operator).includes('Not');

/** "Multiple values": one must match; with a negated operator, none may. */
function meets(operator: string, value: string, written: readonly string[], language: Language): boolean {
  const positive = operator.replace('Not', '');
  const hit = written.some((each) => matches(positive, value, each, language));
  return operator.includes('Not') ? !hit : hit;
}

function matches(operator: string, value: string, written: string, language: Language): boolean {
  switch (operator) {
    case 'StringEquals':
      return exactly(written, language) === value;
    case 'StringEqualsIgnoreCase':
      return exactly(written, language)?.toLowerCase() === value.toLowerCase();
    case 'StringLike': {
      const signs = pattern(written, language);
      return signs !== undefined && globs(signs, value);
    }
    case 'NumericEquals':
      return Number(value) === Number(written);
    case 'NumericLessThan':
      return Number(value) < Number(written);
    case 'NumericLessThanEquals':
      return Number(value) <= Number(written);
    case 'NumericGreaterThan':
      return Number(value) > Number(written);
    case 'NumericGreaterThanEquals':
      return Number(value) >= Number(written);
    case 'DateEquals':
      return moment(value) === moment(written);
    case 'DateLessThan':
      return moment(value) < moment(written);
    case 'DateLessThanEquals':
      return moment(value) <= moment(written);
    case 'DateGreaterThan':
      return moment(value) > moment(written);
    case 'DateGreaterThanEquals':
      return moment(value) >= moment(written);
    case 'Bool':
      return value === written;
    case 'BinaryEquals':
      return Buffer.from(value, 'base64').equals(Buffer.from(written, 'base64'));
    case 'IpAddress':
      return liesIn(value, written);
    case 'ArnEquals':
    case 'ArnLike':
      return arnMatches(value, written, language);
    default:
      throw new Error(`the twin does not know ${operator}`);
  }
}

/** A text without wildcards: in `StringEquals` a star is a star. */
function exactly(written: string, { context, hasVariables }: Language): string | undefined {
  if (!hasVariables) return written;
  const signs = withVariables(written, (key) => onlyValue(context, key));
  if (signs === 'unresolvable') return undefined;
  return signs.map((sign) => ('is' in sign ? sign.is : sign.any === 'many' ? '*' : '?')).join('');
}

function pattern(written: string, { context, hasVariables }: Language): readonly Sign[] | undefined {
  if (!hasVariables) return toSigns(written);
  const signs = withVariables(written, (key) => onlyValue(context, key));
  return signs === 'unresolvable' ? undefined : signs;
}

const onlyValue = (context: TwinContext, key: string): string | undefined => context.get(key.toLowerCase())?.[0];

/** "Each of the six colon-delimited components of the ARN is checked separately." A value of a variable keeps its place. */
function arnMatches(value: string, written: string, language: Language): boolean {
  const asked = sixParts([...value], (character) => character === ':');
  const signs = pattern(written, language);
  if (signs === undefined) return false;
  const parts = sixParts(signs, (sign) => 'is' in sign && sign.is === ':');
  return parts.length === 6 && asked.length === 6 && parts.every((part, n) => globs(part, asked[n]!.join('')));
}

function sixParts<T>(items: readonly T[], isColon: (item: T) => boolean): readonly (readonly T[])[] {
  const parts: T[][] = [[]];
  for (const item of items) {
    if (isColon(item) && parts.length < 6) parts.push([]);
    else parts.at(-1)!.push(item);
  }
  return parts;
}

/** "ISO 8601 date formats or epoch (UNIX) time". */
const moment = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

/** "203.0.113.0/24 or 2001:DB8:1234:5678::/64"; without a prefix the address alone. */
function liesIn(address: string, range: string): boolean {
  const [base, length] = range.split('/');
  const one = bits(address);
  const other = bits(base!);
  const count = length === undefined ? other.length : Number(length);
  return one.length === other.length && one.slice(0, count) === other.slice(0, count);
}

function bits(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const gap = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...(address.includes('::') ? gap : []), ...back]
    .map((part) => binary(Number.parseInt(part, 16), 16))
    .join('');
}

const binary = (number: number, width: number): string => number.toString(2).padStart(width, '0');

/** A whole resource pattern; separate because `Resource` knows no operators. */
export function resourceMatches(written: string, resource: string, language: Language): boolean {
  if (written === '*') return true;
  const signs = pattern(written, language);
  return signs !== undefined && globs(signs, resource);
}

export const actionMatches = (written: string, action: string): boolean =>
  globs(toSigns(written.toLowerCase()), action.toLowerCase());
