import fc from 'fast-check';

/** One random set-up of a copy: mostly right, with a few things that are not. */
export interface Setup {
  readonly type: 'EFS' | 'EBS' | 'EC2' | 'RDS' | 'FSx' | 'Redshift';
  readonly isCrossAccount: boolean;
  readonly isCrossRegion: boolean;
  readonly membership: 'together' | 'source-alone' | 'two-organizations';
  readonly isSwitchedOn: boolean;
  readonly vaultPolicy: 'account' | 'organization' | 'none' | 'other-account' | 'deny' | 'deny-several';
  readonly rolePolicies: 'managed' | 'none' | 'deny-copy-from' | 'deny-copy-into' | 'deny-tags';
  readonly vaultKey: KeyKind;
  readonly resourceKey: KeyKind | 'none';
  readonly destinationKey: 'customer' | 'aws-managed' | 'disabled';
  readonly lock: 'none' | 'admits' | 'too-short';
  readonly serviceControl: 'none' | 'deny-target' | 'deny-other-target' | 'deny-role';
  readonly tags: Readonly<Record<string, string>>;
  readonly tagPolicy: 'none' | 'violated' | 'kept';
}

export type KeyKind = 'shared' | 'not-shared' | 'no-grants' | 'aws-managed' | 'disabled' | 'denies-destination';

/** The first choice is what lets a copy pass; it comes up most of the time, so that many set-ups have one fault or two. */
const mostly = <Choice>(right: Choice, ...wrong: Choice[]): fc.Arbitrary<Choice> =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constant(right) },
    ...wrong.map((choice) => ({ weight: 1, arbitrary: fc.constant(choice) })),
  );

const keys: readonly KeyKind[] = ['not-shared', 'no-grants', 'aws-managed', 'disabled', 'denies-destination'];

export const setups: fc.Arbitrary<Setup> = fc.record({
  type: fc.constantFrom('EFS', 'EBS', 'EC2', 'RDS', 'FSx', 'Redshift'),
  isCrossAccount: mostly(true, false),
  isCrossRegion: mostly(false, true),
  membership: mostly('together', 'source-alone', 'two-organizations'),
  isSwitchedOn: mostly(true, false),
  vaultPolicy: fc.oneof(
    { weight: 16, arbitrary: fc.constant('account') },
    { weight: 4, arbitrary: fc.constantFrom('organization', 'none', 'other-account', 'deny', 'deny-several') },
  ),
  rolePolicies: mostly('managed', 'none', 'deny-copy-from', 'deny-copy-into', 'deny-tags'),
  vaultKey: mostly('shared', ...keys),
  resourceKey: mostly<KeyKind | 'none'>('shared', 'none', ...keys),
  destinationKey: mostly('customer', 'aws-managed', 'disabled'),
  lock: mostly('none', 'admits', 'too-short'),
  serviceControl: mostly('none', 'deny-target', 'deny-other-target', 'deny-role'),
  tags: fc.constantFrom({}, { team: 'storage' }, { team: 'other', costcenter: '7' }),
  tagPolicy: mostly('none', 'violated', 'kept'),
}) as fc.Arbitrary<Setup>;
