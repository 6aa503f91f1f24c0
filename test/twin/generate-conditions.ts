import * as fc from 'fast-check';

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One test of one key, with the values that it is likely to meet. */
interface Test {
  readonly operators: readonly string[];
  readonly keys: readonly string[];
  readonly values: readonly string[];
  /** A list of several values means "one of them". */
  readonly isLone?: boolean;
}

/** The set operators and `IfExists` go with single values as well as with many. */
const around = (...operators: readonly string[]): readonly string[] =>
  operators.flatMap((operator) => [
    operator,
    operator,
    `${operator}IfExists`,
    `ForAllValues:${operator}`,
    `ForAnyValue:${operator}`,
    `ForAnyValue:${operator}IfExists`,
    `ForAllValues:${operator}IfExists`,
  ]);
const ofSets = (...operators: readonly string[]): readonly string[] =>
  operators.flatMap((operator) => [`ForAllValues:${operator}`, `ForAnyValue:${operator}`]);

const STRINGS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
];
const COMPARISONS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

const TESTS: readonly Test[] = [
  {
    operators: around(...STRINGS),
    keys: ['kms:EncryptionContext:vault', 'KMS:encryptioncontext:VAULT'],
    values: ['red', 'RED', 'r*d', 'r?d', 'r${*}d', "${aws:PrincipalTag/team, 'red'}", 'blue'],
  },
  { operators: around(...STRINGS), keys: ['aws:RequestedRegion'], values: ['eu-west-1', 'eu-*', 'us-east-1', '*'] },
  { operators: around(...STRINGS), keys: ['aws:PrincipalOrgID'], values: ['o-one', 'O-ONE', 'o-*'] },
  // A variable that cannot be resolved never matches; what it does under a negated operator is nowhere said.
  {
    operators: ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'],
    keys: ['aws:userid', 'kms:EncryptionContext:vault'],
    values: [
      'AIDAALICEALICEALICEAL',
      '${aws:username}',
      '${aws:PrincipalTag/team}',
      '${aws:PrincipalAccount}',
      '${AWS:userid}',
    ],
    isLone: true,
  },
  {
    operators: ofSets(...STRINGS),
    keys: ['aws:TagKeys'],
    values: ['team', 'Team', 'Owner', 'St*', '*', 'nothing'],
  },
  {
    operators: around(...COMPARISONS.map((comparison) => `Numeric${comparison}`)),
    keys: ['backup:Index'],
    values: ['3', '10', '9.5', '3.00'],
  },
  {
    operators: around(...COMPARISONS.map((comparison) => `Date${comparison}`)),
    keys: ['aws:CurrentTime', 'aws:EpochTime'],
    values: ['2026-11-21T10:00:00Z', '2026-11-22', '1795168800', '2026-11-21T11:00:00+01:00'],
  },
  {
    operators: ['Bool', 'BoolIfExists'],
    keys: ['aws:SecureTransport', 'aws:PrincipalIsAWSService'],
    values: ['true', 'false'],
  },
  { operators: ['BinaryEquals', 'BinaryEqualsIfExists'], keys: ['x:Binary'], values: ['QmluYXJ5', 'Tm8='] },
  {
    operators: around('IpAddress', 'NotIpAddress'),
    keys: ['aws:SourceIp'],
    values: ['203.0.113.0/24', '203.0.113.7', '198.51.100.8/31', '2001:DB8::/32', '2001:db8:0:0::7', '0.0.0.0/0'],
  },
  {
    operators: around('ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'),
    keys: ['aws:SourceArn'],
    values: [
      'arn:aws:backup:*:111111111111:*',
      'arn:aws:backup:eu-west-1:222222222222:backup-vault:Alice',
      'arn:aws:x:*:111111111111:y',
      'arn:*:*:*:${aws:ResourceAccount}:*',
    ],
  },
  {
    operators: around('ArnLike', 'ArnNotEquals'),
    keys: ['aws:PrincipalArn'],
    values: ['arn:aws:iam::111111111111:role/service/*', 'arn:aws:iam::*:user/Alice', 'arn:aws:iam::222222222222:root'],
  },
  {
    operators: around('StringEquals', 'StringNotEquals', 'StringLike'),
    keys: ['aws:PrincipalAccount', 'aws:ResourceAccount', 'aws:PrincipalType', 'aws:username', 'aws:PrincipalTag/team'],
    values: ['111111111111', 'User', 'AssumedRole', 'Alice', 'red', '${aws:ResourceAccount}'],
  },
  {
    operators: ['Null'],
    keys: ['aws:TagKeys', 'aws:PrincipalOrgID', 'aws:username', 'aws:PrincipalTag/team', 'aws:PrincipalServiceName'],
    values: ['true', 'false'],
    isLone: true,
  },
];

const test: fc.Arbitrary<Condition> = fc
  .constantFrom(...TESTS)
  .chain(({ operators, keys, values, isLone }) =>
    fc
      .tuple(
        fc.constantFrom(...operators),
        fc.constantFrom(...keys),
        fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: isLone ? 1 : 2 }),
      )
      .map(([operator, key, written]) => ({ [operator]: { [key]: written.length === 1 ? written[0]! : written } })),
  );

/** One or two tests; both must hold. */
export const conditions: fc.Arbitrary<Condition> = fc
  .array(test, { minLength: 1, maxLength: 2 })
  .map((tests) => Object.assign({}, ...tests) as Condition);
