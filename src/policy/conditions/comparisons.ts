import { matchesArn } from '../matching/arn.ts';
import { fill, type Lookup, matchesTemplate, toTemplate } from '../matching/template.ts';
import { parseDate } from './date.ts';
import { isInRange, parseIpRange } from './ip-address.ts';
import type { Comparison } from './operator.ts';

/** Whether one value of the request fits one value of the document; never negated. */
export type Test = (asked: string, lookup: Lookup) => boolean;

/** Reads a value of the document for its comparison. Returns nothing where the value is none for it (`NumericEquals: "many"`). */
export type ToTest = (written: string, hasVariables: boolean) => Test | undefined;

/** Every comparison but `Null`, which asks about the key and not its value. */
export const TESTS: Readonly<Record<Exclude<Comparison, 'Null'>, ToTest>> = {
  StringEquals: (written, hasVariables) => text(written, { hasVariables, hasWildcards: false }),
  StringEqualsIgnoreCase: (written, hasVariables) =>
    text(written, { hasVariables, hasWildcards: false, ignoresCase: true }),
  StringLike: (written, hasVariables) => text(written, { hasVariables, hasWildcards: true }),
  NumericEquals: numeric((asked, written) => asked === written),
  NumericLessThan: numeric((asked, written) => asked < written),
  NumericLessThanEquals: numeric((asked, written) => asked <= written),
  NumericGreaterThan: numeric((asked, written) => asked > written),
  NumericGreaterThanEquals: numeric((asked, written) => asked >= written),
  DateEquals: date((asked, written) => asked === written),
  DateLessThan: date((asked, written) => asked < written),
  DateLessThanEquals: date((asked, written) => asked <= written),
  DateGreaterThan: date((asked, written) => asked > written),
  DateGreaterThanEquals: date((asked, written) => asked >= written),
  Bool: bool,
  BinaryEquals: binary,
  IpAddress: ipAddress,
  ArnEquals: arn,
  ArnLike: arn,
};

function text(
  written: string,
  options: { hasVariables: boolean; hasWildcards: boolean; ignoresCase?: boolean },
): Test | undefined {
  const template = toTemplate(written, options);
  if (!options.ignoresCase) return (asked, lookup) => matchesTemplate(template, asked, lookup);
  return (asked, lookup) => matchesTemplate(template, asked.toLowerCase(), (key) => lookup(key)?.toLowerCase());
}

function arn(written: string, hasVariables: boolean): Test | undefined {
  const template = toTemplate(written, { hasVariables, hasWildcards: true });
  return (asked, lookup) => {
    const pattern = fill(template, lookup);
    return pattern !== undefined && matchesArn(pattern, asked);
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function parseNumber(written: string): number | undefined {
  return NUMBER.test(written) ? Number(written) : undefined;
}

function numeric(compare: (asked: number, written: number) => boolean): ToTest {
  return comparison(parseNumber, compare);
}

function date(compare: (asked: number, written: number) => boolean): ToTest {
  return comparison(parseDate, compare);
}

function comparison(
  parse: (text: string) => number | undefined,
  compare: (asked: number, written: number) => boolean,
): ToTest {
  return (written) => {
    const limit = parse(written);
    if (limit === undefined) return undefined;
    return (asked) => {
      const value = parse(asked);
      return value !== undefined && compare(value, limit);
    };
  };
}

function bool(written: string, hasVariables: boolean): Test | undefined {
  if (!/^(?:true|false|\$\{.*\})$/i.test(written)) return undefined;
  return text(written, { hasVariables, hasWildcards: false, ignoresCase: true });
}

function binary(written: string): Test | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(written)) return undefined;
  return (asked) => withoutPadding(asked) === withoutPadding(written);
}

const withoutPadding = (base64: string): string => base64.replace(/=+$/, '');

function ipAddress(written: string): Test | undefined {
  const range = parseIpRange(written);
  if (!range) return undefined;
  return (asked) => {
    const address = parseIpRange(asked);
    return address !== undefined && isInRange(address, range);
  };
}
