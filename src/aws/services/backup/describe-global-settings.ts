import type { DescribeGlobalSettingsInput, DescribeGlobalSettingsOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { globalSettings } from '../../../storage/records/backup-settings.ts';
import { organizationOf } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { toGlobalSettings } from './global-settings.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** The switches of the caller's organization; every member may read them. Throws ERROR_9601 outside an organization. */
export const describeGlobalSettings: Operation<DescribeGlobalSettingsInput, DescribeGlobalSettingsOutput> = async (
  services,
  _input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:DescribeGlobalSettings');
  const rows = await services.records.read(async (db) => {
    const organization = await organizationOf(db, call.principal.account);
    return organization && (await globalSettings(db, organization.id));
  });
  if (rows === undefined) throw backup.notInOrganization();
  const changed = rows.map(({ changed_at }) => changed_at);
  return present<DescribeGlobalSettingsOutput>({
    GlobalSettings: toGlobalSettings(rows),
    LastUpdateTime: changed.length === 0 ? undefined : new Date(Math.max(...changed)),
  });
};
