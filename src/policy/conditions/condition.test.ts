/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: IAM writes its variables so */
import { expect, test } from 'vitest';
import { type Condition, holds, toCondition } from './condition.ts';
import { parseOperator } from './operator.ts';

const KEYS: Readonly<Record<string, string>> = { 'aws:username': 'alice', 'aws:principaltag/star': 'a*' };

function judge(operator: string, written: string | string[], asked: string | string[] | undefined): boolean {
  const values = typeof written === 'string' ? [written] : written;
  const condition = toCondition({ operator, name: parseOperator(operator)!, key: 'k', values }, true);
  const given = typeof asked === 'string' ? [asked] : (asked ?? []);
  return holds(condition as Condition, given, (key) => KEYS[key]);
}

test.each<[string, string | string[], string | string[], boolean]>([
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', ['b', 'a'], 'a', true],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', 'a*', 'a*', true],
  ['StringNotEquals', 'a', 'b', true],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringEqualsIgnoreCase', 'Abc', 'aBC', true],
  ['StringNotEqualsIgnoreCase', 'Abc', 'aBC', false],
  ['StringLike', 'o-*/r-?/*', 'o-1/r-2/ou-3/', true],
  ['StringLike', 'o-?', 'o-12', false],
  ['StringLike', '*b*b*c', 'abbbcxc', true],
  ['StringNotLike', 'a*', 'b', true],
  ['StringNotLike', 'a*', 'ab', false],
  ['NumericEquals', '35', '35.0', true],
  ['NumericEquals', '35', 'many', false],
  ['NumericNotEquals', '35', '36', true],
  ['NumericLessThan', '7', '6', true],
  ['NumericLessThan', '7', '7', false],
  ['NumericLessThanEquals', '7', '7', true],
  ['NumericGreaterThan', '7', '10', true],
  ['NumericGreaterThanEquals', '7', '7', true],
  ['NumericGreaterThanEquals', '7', '6.9', false],
  ['DateEquals', '2026-11-21T00:00:00Z', '2026-11-21T01:00:00+01:00', true],
  ['DateNotEquals', '2026-11-21', '2026-11-22', true],
  ['DateLessThan', '2026-11-21', '2026-11-20T23:59:59Z', true],
  ['DateLessThanEquals', '1795219200', '2026-11-21T00:00:00Z', true],
  ['DateGreaterThan', '2026-11-21', '2026-11-21', false],
  ['DateGreaterThanEquals', '2026-11-21', '1795219200', true],
  ['Bool', 'true', 'TRUE', true],
  ['Bool', 'true', 'false', false],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['BinaryEquals', 'QmluYXJ5', 'Qmlu', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['IpAddress', '2001:db8::/32', '2001:db8:0:1::1', true],
  ['IpAddress', '2001:db8::/32', '2001:db9::1', false],
  ['IpAddress', '203.0.113.0/24', '::ffff:203.0.113.77', true],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  ['NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '198.51.100.1', false],
  [
    'ArnEquals',
    'arn:aws:backup:*:111111111111:backup-vault:*',
    'arn:aws:backup:eu-west-1:111111111111:backup-vault:a',
    true,
  ],
  ['ArnLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111111111111:role/a/b', true],
  ['ArnLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111111111111:user/a', false],
  ['ArnLike', 'arn:aws:*:backup-vault:a', 'arn:aws:backup:eu-west-1:111111111111:backup-vault:a', false],
  ['ArnLike', 'arn:aws:backup:*', 'arn:aws:backup:eu-west-1:111111111111:backup-vault:a', true],
  ['ArnLike', '*', 'not an arn', false],
  ['ArnNotEquals', 'arn:aws:iam::111111111111:role/a', 'arn:aws:iam::111111111111:role/b', true],
  ['ArnNotLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::111111111111:role/a', false],
  ['Null', 'true', 'a', false],
  ['Null', 'false', 'a', true],
  ['StringEquals', '${aws:username}', 'alice', true],
  ['StringLike', 'home/${aws:username}/*', 'home/alice/x', true],
  ['StringLike', '${aws:PrincipalTag/star}', 'ab', false],
  ['StringEquals', "${aws:PrincipalTag/team, 'none'}", 'none', true],
  ['StringEquals', '${aws:PrincipalTag/team}', '', false],
  ['StringLike', 'a${*}${?}${$}', 'a*?$', true],
  ['StringLike', 'a${*}', 'ab', false],
])('%s %j asked for %j is %s', (operator, written, asked, expected) => {
  expect(judge(operator, written, asked)).toBe(expected);
});

const POSITIVE = ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'];
const NEGATED = ['StringNotEquals', 'StringNotLike', 'StringNotEqualsIgnoreCase'];

test.each(POSITIVE)('an absent key fails %s', (operator) => expect(judge(operator, 'a', undefined)).toBe(false));
test.each(NEGATED)('an absent key passes %s', (operator) => expect(judge(operator, 'a', undefined)).toBe(true));

test.each([
  ['NumericLessThan', '1', false],
  ['NumericNotEquals', '1', true],
  ['DateLessThan', '2026-01-01', false],
  ['Bool', 'true', false],
  ['IpAddress', '0.0.0.0/0', false],
  ['NotIpAddress', '0.0.0.0/0', true],
  ['ArnLike', '*', false],
  ['ArnNotLike', '*', true],
  ['Null', 'true', true],
  ['Null', 'false', false],
])('an absent key under %s %s is %s', (operator, written, expected) =>
  expect(judge(operator, written, undefined)).toBe(expected),
);

test.each([...POSITIVE, ...NEGATED])('an absent key passes %sIfExists', (operator) =>
  expect(judge(`${operator}IfExists`, 'a', undefined)).toBe(true),
);

test('IfExists asks a key that is there', () => expect(judge('StringEqualsIfExists', 'a', 'b')).toBe(false));

test.each<[string, string[], string[] | undefined, boolean]>([
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAllValues:StringEquals', ['a'], undefined, true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
  ['ForAllValues:StringNotEquals', ['a'], [], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'a'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
  ['ForAnyValue:StringEquals', ['a'], [], false],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
  ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
  ['ForAnyValue:StringNotEquals', ['a'], undefined, false],
  ['ForAnyValue:StringEqualsIfExists', ['a'], undefined, false],
  ['ForAnyValue:StringNotEqualsIfExists', ['a'], undefined, false],
  ['ForAllValues:StringEqualsIfExists', ['a'], undefined, true],
  ['StringEquals', ['a'], ['b', 'a'], true],
  ['StringNotEquals', ['a'], ['b', 'a'], false],
])('%s %j over %j is %s', (operator, written, asked, expected) => {
  expect(judge(operator, written, asked)).toBe(expected);
});

test.each(['stringequals', 'StringIs', 'NullIfExists', 'ForSomeValues:StringEquals', 'IfExists', ''])(
  '%j is no operator',
  (name) => expect(parseOperator(name)).toBeUndefined(),
);

test.each([
  ['NumericEquals', 'many'],
  ['DateEquals', 'tomorrow'],
  ['Bool', 'yes'],
  ['IpAddress', '203.0.113.0/33'],
  ['IpAddress', '203.0.113'],
  ['IpAddress', '2001:db8::1::'],
  ['BinaryEquals', '*'],
  ['Null', 'perhaps'],
])('%s does not take %j', (operator, value) => {
  const condition = toCondition({ operator, name: parseOperator(operator)!, key: 'k', values: [value] }, true);
  expect(condition).toEqual({ unsuited: value });
});
