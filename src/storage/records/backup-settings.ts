import { noteEvent } from './events.ts';
import { listMembers } from './organization-members.ts';
import { listDelegations } from './organization-services.ts';
import { organizationOf } from './organizations.ts';
import type { Database } from './records.ts';
import type { GlobalSettingsTable } from './schema.ts';

export type GlobalSettingRow = GlobalSettingsTable;

/** The Backup switches of an organization that have ever been set, with the moment of their last change. */
export async function globalSettings(db: Database, organizationId: string): Promise<readonly GlobalSettingRow[]> {
  return await db
    .selectFrom('global_settings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .execute();
}

/**
 * Sets a switch. Setting it to what it is already is no change: the moment of the change stays. A switch that was never set was off, so
 * that setting it to false is none either: nothing lingers for fifteen minutes.
 */
export async function setGlobalSetting(db: Database, setting: GlobalSettingRow): Promise<void> {
  await db
    .insertInto('global_settings')
    .values(setting.value === 'false' ? { ...setting, changed_at: 0 } : setting)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'name'])
        .doUpdateSet({ value: setting.value, changed_at: setting.changed_at })
        .where('global_settings.value', '!=', setting.value),
    )
    .execute();
}

/** The accounts whose Backup jobs an account may watch: all of its organization for the management account and delegated administrators. */
export async function watchedAccounts(db: Database, account: string): Promise<readonly string[]> {
  const organization = await organizationOf(db, account);
  if (organization === undefined) return [account];
  const delegates = (await listDelegations(db, organization.id))
    .filter(({ service_principal }) => service_principal === 'backup.amazonaws.com')
    .map(({ account_id }) => account_id);
  if (![organization.management_account_id, ...delegates].includes(account)) return [account];
  return (await listMembers(db, organization.id)).map(({ id }) => id);
}

/** `{EBS: true}` and so on; what an account never set is absent. */
export type TypePreferences = Readonly<Record<string, boolean>>;

export interface RegionSettings {
  readonly optIn: TypePreferences;
  readonly management: TypePreferences;
}

/** What an account has set in a Region; empty maps where it set nothing. */
export async function regionSettings(
  db: Database,
  { account, region }: { account: string; region: string },
): Promise<RegionSettings> {
  const row = await db
    .selectFrom('region_settings')
    .selectAll()
    .where('account_id', '=', account)
    .where('region', '=', region)
    .executeTakeFirst();
  if (row === undefined) return { optIn: {}, management: {} };
  return {
    optIn: JSON.parse(row.opt_in) as TypePreferences,
    management: JSON.parse(row.management) as TypePreferences,
  };
}

/** Adds to what an account has set in a Region; types that are not named keep their values. */
export async function mergeRegionSettings(
  db: Database,
  place: { account: string; region: string },
  changes: RegionSettings,
  now: number,
): Promise<void> {
  const before = await regionSettings(db, place);
  const values = {
    opt_in: JSON.stringify({ ...before.optIn, ...changes.optIn }),
    management: JSON.stringify({ ...before.management, ...changes.management }),
  };
  await db
    .insertInto('region_settings')
    .values({ account_id: place.account, region: place.region, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'region']).doUpdateSet(values))
    .execute();
  const { account, region } = place;
  const subject = `${account}/${region}`;
  await noteEvent(db, { kind: 'region-settings', subject, account, region, state: 'MODIFIED', detail: changes, now });
}
