import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findUser, toUserArn, type UserRow } from '../../../storage/records/iam.ts';
import { findLoginProfile, type LoginProfileRow } from '../../../storage/records/login-profiles.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { resourceTagContext } from './tags.ts';

/** Asks whether the caller may do `action` to the user, by the ARN it has, or would have without a path where it is not there. */
export async function authorizeUser(
  services: Services,
  call: Call,
  { action, name, context }: { action: string; name: string; context?: RequestContext },
): Promise<void> {
  const { account } = call.principal;
  const { row, tags } = await services.records.read(async (db) => {
    const found = await findUser(db, account, name);
    return { row: found, tags: found === undefined ? {} : await tagsOf(db, found.arn) };
  });
  await authorizeIam(services, call, {
    action,
    resource: row?.arn ?? toUserArn(account, '/', name),
    context: { ...resourceTagContext(tags), ...context },
  });
}

/** Throws NoSuchEntity. */
export async function getUserRow(db: Database, call: Call, name: string): Promise<UserRow> {
  const user = await findUser(db, call.principal.account, name);
  if (user === undefined) throw messages.userNotFound(name);
  return user;
}

/** Throws NoSuchEntity for a user that is not there, or may not use the console. */
export async function getLoginProfileRow(db: Database, call: Call, name: string): Promise<LoginProfileRow> {
  const { account_id: account } = await getUserRow(db, call, name);
  const row = await findLoginProfile(db, account, name);
  if (row === undefined) throw messages.loginProfileNotFound(name);
  return row;
}

/** The user meant where none is named: the caller. Throws ValidationError for a caller that is none. */
export function callingUserName({ principal }: Call): string {
  if (principal.kind !== 'user') throw messages.nameRequired();
  return principal.arn.slice(principal.arn.lastIndexOf('/') + 1);
}
