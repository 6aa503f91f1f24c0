import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import {
  findInstanceProfile,
  type InstanceProfileRow,
  toInstanceProfileArn,
} from '../../../storage/records/instance-profiles.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { resourceTagContext } from './tags.ts';

/** Asks whether the caller may do `action` to the instance profile, by the ARN it has, or would have without a path. */
export async function authorizeInstanceProfile(
  services: Services,
  call: Call,
  { action, name, context }: { action: string; name: string; context?: RequestContext },
): Promise<void> {
  const { account } = call.principal;
  const { row, tags } = await services.records.read(async (db) => {
    const found = await findInstanceProfile(db, account, name);
    return { row: found, tags: found === undefined ? {} : await tagsOf(db, found.arn) };
  });
  await authorizeIam(services, call, {
    action,
    resource: row?.arn ?? toInstanceProfileArn(account, '/', name),
    context: { ...resourceTagContext(tags), ...context },
  });
}

/** Throws NoSuchEntity. */
export async function getInstanceProfileRow(db: Database, call: Call, name: string): Promise<InstanceProfileRow> {
  const profile = await findInstanceProfile(db, call.principal.account, name);
  if (profile === undefined) throw messages.instanceProfileNotFound(name);
  return profile;
}
