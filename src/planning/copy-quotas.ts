import { isFullyManaged, type ResourceType } from '../model/resource-type.ts';
import {
  COPIES_OF_RESOURCE_MAX,
  COPIES_TO_AIR_GAPPED_MAX,
  COPIES_TO_REGION_MAX,
  COPIES_TO_VAULT_MAX,
} from './limits.ts';

/** What the quotas of copies that run at the same time ask about one. */
export interface RunningCopy {
  /** Who started it. */
  readonly account: string;
  readonly resourceArn: string;
  readonly resourceType: ResourceType;
  readonly destinationVaultArn: string;
  readonly destinationAccount: string;
  readonly destinationRegion: string;
  readonly isAirGapped: boolean;
}

/** With fewer under way than this, no quota is reached. */
export const FEWEST_COPIES_OF_ANY_QUOTA = 5;

/** Whether one more copy may begin beside those under way; else it waits. */
export function admitsCopy(running: readonly RunningCopy[], copy: RunningCopy): boolean {
  const count = (isAlike: (other: RunningCopy) => boolean): number => running.filter(isAlike).length;
  if (isAbroad(copy)) {
    const ofResource = count(
      (other) => isAbroad(other) && other.resourceArn === copy.resourceArn && isThere(other, copy),
    );
    if (ofResource >= COPIES_OF_RESOURCE_MAX) return false;
  }
  if (copy.isAirGapped) {
    const max = COPIES_TO_AIR_GAPPED_MAX[copy.resourceType] ?? Number.POSITIVE_INFINITY;
    const ofType = count(
      (other) => other.isAirGapped && other.resourceType === copy.resourceType && other.account === copy.account,
    );
    if (ofType >= max) return false;
  }
  if (!isFullyManaged(copy.resourceType)) return true;
  const toRegion = count(
    (other) => isFullyManaged(other.resourceType) && other.account === copy.account && isThere(other, copy),
  );
  if (toRegion < COPIES_TO_REGION_MAX) return true;
  return count((other) => other.destinationVaultArn === copy.destinationVaultArn) < COPIES_TO_VAULT_MAX;
}

const isAbroad = ({ account, destinationAccount }: RunningCopy): boolean => account !== destinationAccount;

const isThere = (one: RunningCopy, other: RunningCopy): boolean => one.destinationRegion === other.destinationRegion;
