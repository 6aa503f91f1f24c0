import type { DescribeRegionSettingsInput, DescribeRegionSettingsOutput } from '@aws-sdk/client-backup';
import { regionSettings } from '../../../storage/records/backup-settings.ts';
import type { Operation } from '../operation.ts';
import { withDefaults } from './region-settings.ts';
import { authorizeOnAll } from './vault-access.ts';

export const describeRegionSettings: Operation<DescribeRegionSettingsInput, DescribeRegionSettingsOutput> = async (
  services,
  _input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:DescribeRegionSettings');
  const place = { account: call.principal.account, region: call.region };
  const { optIn, management } = withDefaults(await services.records.read((db) => regionSettings(db, place)));
  return { ResourceTypeOptInPreference: { ...optIn }, ResourceTypeManagementPreference: { ...management } };
};
