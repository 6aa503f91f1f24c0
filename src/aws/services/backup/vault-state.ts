import type { VaultState } from '@aws-sdk/client-backup';
import type { VaultRow } from '../../../storage/records/vaults.ts';
import { spreadNumber } from '../../../util/spread-number.ts';
import type { Services } from '../operation.ts';
import { AIR_GAPPED_CREATION_MAX_MS, AIR_GAPPED_CREATION_MIN_MS } from './limits.ts';

type Clocks = Pick<Services, 'clock' | 'machineClock'>;

/** When a logically air-gapped vault made now will be there: by either clock, since a manual one may stand still while a client waits. */
export function airGappedAvailability(
  vaultArn: string,
  { clock, machineClock }: Clocks,
): Pick<VaultRow, 'available_at' | 'available_by_machine'> {
  const taken =
    AIR_GAPPED_CREATION_MIN_MS + spreadNumber(vaultArn, AIR_GAPPED_CREATION_MAX_MS - AIR_GAPPED_CREATION_MIN_MS);
  return { available_at: clock.now() + taken, available_by_machine: machineClock.now() + taken };
}

export function vaultState(vault: VaultRow, { clock, machineClock }: Clocks): VaultState {
  const { available_at: at, available_by_machine: byMachine } = vault;
  const isThere = at === null || at <= clock.now() || (byMachine ?? 0) <= machineClock.now();
  return isThere ? 'AVAILABLE' : 'CREATING';
}
