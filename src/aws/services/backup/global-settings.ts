import type { GlobalSettingRow } from '../../../storage/records/backup-settings.ts';

/** The switches of an organization, as `GlobalSettings` names them. Values are the strings `true` and `false`. */
export const GLOBAL_SETTINGS = [
  'isCrossAccountBackupEnabled',
  'isMpaEnabled',
  'isDelegatedAdministratorEnabled',
] as const;

/** Off until it is switched on. The others are told once they have been set: what a client did not write, it does not read. */
const ALWAYS_TOLD = { isCrossAccountBackupEnabled: 'false' };

export const toGlobalSettings = (rows: readonly GlobalSettingRow[]): Record<string, string> => ({
  ...ALWAYS_TOLD,
  ...Object.fromEntries(rows.map(({ name, value }) => [name, value])),
});
