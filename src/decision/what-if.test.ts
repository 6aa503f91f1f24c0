import { expect, test } from 'vitest';
import { greenFacts, SOURCE } from '../../test/cases/green-facts.ts';
import type { KeyFacts } from './facts.ts';
import { whoBreaks } from './what-if.ts';

const copies = [
  greenFacts({ type: 'EBS' }),
  greenFacts({ type: 'EFS', destinationAccount: '777788889999' }),
  greenFacts({ type: 'EFS', destinationAccount: SOURCE, destinationRegion: 'us-east-1' }),
];
const reasons = (event: Parameters<typeof whoBreaks>[1]) =>
  whoBreaks(copies, event).map(({ index, blocking }) => [index, blocking[0]?.id]);

test('who copies into an account breaks when it leaves, and nobody else does', () => {
  expect(reasons({ kind: 'account-leaves', account: '777788889999' })).toEqual([[1, 'same-organization']]);
});

test('all copies across accounts break when the source leaves', () => {
  expect(reasons({ kind: 'account-leaves', account: SOURCE })).toEqual([
    [0, 'same-organization'],
    [1, 'same-organization'],
  ]);
});

test('a disabled key breaks the copies that it opens or seals', () => {
  const { arn } = copies[0]!.source.key as KeyFacts;
  expect(reasons({ kind: 'key-is-disabled', keyArn: arn }).map(([index]) => index)).toEqual([0, 1, 2]);
  const { arn: other } = copies[1]!.destination.key as KeyFacts;
  expect(reasons({ kind: 'key-is-disabled', keyArn: other })).toEqual([[1, 'destination-key-usable']]);
});

test('a vault, a role and the switch can go as well', () => {
  const { vaultArn } = copies[1]!.destination;
  expect(reasons({ kind: 'vault-is-deleted', vaultArn })).toEqual([[1, 'destination-vault-exists']]);
  expect(reasons({ kind: 'role-is-deleted', roleArn: copies[0]!.role.arn })).toHaveLength(3);
  expect(reasons({ kind: 'switch-goes-off' }).map(([index]) => index)).toEqual([0, 1]);
});
