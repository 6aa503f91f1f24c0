import { type AccessKeyRow, accessKeysOf } from '../../../storage/records/access-keys.ts';
import { findAccount } from '../../../storage/records/accounts.ts';
import type { UserRow } from '../../../storage/records/iam.ts';
import { findLoginProfile } from '../../../storage/records/login-profiles.ts';
import type { Database } from '../../../storage/records/records.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
];

/** A line for root and one for each user, by name; comma separated. */
export async function credentialReport(db: Database, account: string): Promise<string> {
  const users = await db
    .selectFrom('iam_users')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('name')
    .execute();
  const lines = [COLUMNS, await rootLine(db, account)];
  for (const user of users) lines.push(await userLine(db, user));
  return lines.map((line) => line.join(',')).join('\n');
}

const ABSENT_KEY = ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
const ABSENT_CERTIFICATES = ['false', 'N/A', 'false', 'N/A'];

/** Root has neither password nor keys here. */
async function rootLine(db: Database, account: string): Promise<string[]> {
  const row = await findAccount(db, account);
  return [
    '<root_account>',
    `arn:aws:iam::${account}:root`,
    toTime(row?.created_at ?? null, 'not_supported'),
    'not_supported',
    'no_information',
    'not_supported',
    'not_supported',
    'false',
    ...ABSENT_KEY,
    ...ABSENT_KEY,
    ...ABSENT_CERTIFICATES,
  ];
}

async function userLine(db: Database, { account_id: account, name, arn, created_at }: UserRow): Promise<string[]> {
  const login = await findLoginProfile(db, account, name);
  const [first, second] = [...(await accessKeysOf(db, account, name))].sort(
    (one, other) => one.created_at - other.created_at,
  );
  const hasPassword = login !== undefined;
  return [
    name,
    arn,
    toTime(created_at),
    String(hasPassword),
    hasPassword ? 'no_information' : 'N/A',
    hasPassword ? toTime(login.created_at) : 'N/A',
    'N/A',
    'false',
    ...toKeyColumns(first),
    ...toKeyColumns(second),
    ...ABSENT_CERTIFICATES,
  ];
}

function toKeyColumns(key: AccessKeyRow | undefined): readonly string[] {
  if (key === undefined) return ABSENT_KEY;
  return [
    String(key.status === 'Active'),
    toTime(key.created_at),
    toTime(key.last_used_at),
    key.last_used_region ?? 'N/A',
    key.last_used_service ?? 'N/A',
  ];
}

/** ISO 8601 with an offset and without fractions. */
const toTime = (at: number | null, absent = 'N/A'): string =>
  at === null ? absent : `${new Date(at).toISOString().slice(0, 19)}+00:00`;
