import type { UpdateGlobalSettingsInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { setGlobalSetting } from '../../../storage/records/backup-settings.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import { organizationOf } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { BACKUP_SERVICE } from './accept-role.ts';
import { GLOBAL_SETTINGS } from './global-settings.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Sets the organization's switches; only its management account may. */
export const updateGlobalSettings: Operation<UpdateGlobalSettingsInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:UpdateGlobalSettings');
  const changes = parseSettings(input.GlobalSettings);
  const { account } = call.principal;
  await services.records.write(async (db) => {
    const organizationId = await managedOrganization(db, account);
    for (const [name, value] of changes) {
      await setGlobalSetting(db, { organization_id: organizationId, name, value, changed_at: call.now });
    }
    await ensureServiceLinkedRole(db, account, BACKUP_SERVICE, call.now, services.random);
  });
  return {};
};

function parseSettings(settings: Readonly<Record<string, string>> | undefined): [string, string][] {
  if (settings === undefined) throw backup.memberMissing('GlobalSettings');
  const entries = Object.entries(settings);
  for (const [name, value] of entries) {
    const isKnown = (GLOBAL_SETTINGS as readonly string[]).includes(name);
    if (!isKnown || (value !== 'true' && value !== 'false')) throw backup.globalSettingInvalid(name);
  }
  return entries;
}

async function managedOrganization(db: Database, account: string): Promise<string> {
  const organization = await organizationOf(db, account);
  if (organization === undefined) throw backup.notInOrganization();
  if (organization.management_account_id !== account) throw backup.notManagementAccount();
  return organization.id;
}
