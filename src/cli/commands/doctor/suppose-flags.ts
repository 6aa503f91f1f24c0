import type { Command } from 'commander';
import type { Event } from '../../../decision/what-if.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';

/** Something that might happen: the report is then of the copies that would break by it. */
export interface SupposeFlags {
  readonly ifAccountLeaves?: string;
  readonly ifKeyDisabled?: string;
  readonly ifRoleDeleted?: string;
  readonly ifVaultDeleted?: string;
  readonly ifSwitchOff?: boolean;
}

export const withSupposeFlags = (command: Command): Command =>
  command
    .option('--if-account-leaves <id>', 'which copies would break if this account left its organization')
    .option('--if-key-disabled <arn>', 'which would break if this key were disabled')
    .option('--if-role-deleted <arn>', 'which would break if this role were deleted')
    .option('--if-vault-deleted <arn>', 'which would break if this vault were deleted')
    .option('--if-switch-off', 'which would break if cross-account backup were switched off');

/** The event that the flags name, if they name one. */
export function eventOf(flags: SupposeFlags): Event | undefined {
  const { ifAccountLeaves, ifKeyDisabled, ifRoleDeleted, ifVaultDeleted, ifSwitchOff = false } = flags;
  const events: readonly Event[] = [
    ...(ifAccountLeaves === undefined ? [] : [{ kind: 'account-leaves', account: ifAccountLeaves } as const]),
    ...(ifKeyDisabled === undefined ? [] : [{ kind: 'key-is-disabled', keyArn: ifKeyDisabled } as const]),
    ...(ifRoleDeleted === undefined ? [] : [{ kind: 'role-is-deleted', roleArn: ifRoleDeleted } as const]),
    ...(ifVaultDeleted === undefined ? [] : [{ kind: 'vault-is-deleted', vaultArn: ifVaultDeleted } as const]),
    ...(ifSwitchOff ? [{ kind: 'switch-goes-off' } as const] : []),
  ];
  if (events.length > 1)
    throw new CommandError(EXIT.usage, 'One --if-… at a time: what breaks by two is not told apart.');
  return events[0];
}
