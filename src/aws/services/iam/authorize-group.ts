import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findGroup, type GroupRow, toGroupArn } from '../../../storage/records/iam-groups.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** Asks whether the caller may do `action` to the group, by the ARN it has, or would have without a path where it is not there. */
export async function authorizeGroup(
  services: Services,
  call: Call,
  { action, name, context = {} }: { action: string; name: string; context?: RequestContext },
): Promise<void> {
  const { account } = call.principal;
  const row = await services.records.read((db) => findGroup(db, account, name));
  await authorizeIam(services, call, { action, resource: row?.arn ?? toGroupArn(account, '/', name), context });
}

/** Throws NoSuchEntity. */
export async function getGroupRow(db: Database, call: Call, name: string): Promise<GroupRow> {
  const group = await findGroup(db, call.principal.account, name);
  if (group === undefined) throw messages.groupNotFound(name);
  return group;
}
