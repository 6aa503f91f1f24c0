import type { UpdateRegionSettingsInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { mergeRegionSettings } from '../../../storage/records/backup-settings.ts';
import type { Operation } from '../operation.ts';
import { unknownType } from './region-settings.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Changes the preferences that are named; the others stay. */
export const updateRegionSettings: Operation<UpdateRegionSettingsInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:UpdateRegionSettings');
  const optIn = input.ResourceTypeOptInPreference ?? {};
  const management = input.ResourceTypeManagementPreference ?? {};
  const unknown = unknownType(optIn, management);
  if (unknown !== undefined) throw backup.resourceTypeUnknown(unknown);
  const place = { account: call.principal.account, region: call.region };
  await services.records.write((db) => mergeRegionSettings(db, place, { optIn, management }, call.now));
  return {};
};
