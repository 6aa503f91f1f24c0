import { resourceTypes } from '../../../model/resource-type.ts';
import type { RegionSettings, TypePreferences } from '../../../storage/records/backup-settings.ts';

/**
 * Opted in to every type, as an account is that made its first vault or plan once the type was there. EFS is always managed in full;
 * DynamoDB has been since November 2021, unless it is switched off. Developer Guide, "Getting started", "Advanced DynamoDB backup".
 */
const DEFAULTS: RegionSettings = {
  optIn: Object.fromEntries(resourceTypes.map((type) => [type, true])),
  management: { DynamoDB: true, EFS: true },
};

/** What holds in a Region: what the account has set, over the defaults. */
export const withDefaults = ({ optIn, management }: RegionSettings): RegionSettings => ({
  optIn: { ...DEFAULTS.optIn, ...optIn },
  management: { ...DEFAULTS.management, ...management, EFS: true },
});

/** The first type of a request that the Region settings do not know, or nothing. */
export function unknownType(optIn: TypePreferences, management: TypePreferences): string | undefined {
  const isUnknownTo = (known: TypePreferences) => (type: string) => !Object.hasOwn(known, type);
  return Object.keys(optIn).find(isUnknownTo(DEFAULTS.optIn)) ?? Object.keys(management).find(isUnknownTo(MANAGED));
}

/** Newer clients write these two as well; they change nothing. */
const MANAGED: TypePreferences = { ...DEFAULTS.management, CloudFormation: true, DSQL: true };
