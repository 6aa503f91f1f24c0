import type { CreateInstanceProfileRequest, CreateInstanceProfileResponse } from '@aws-sdk/client-iam';
import { newUniqueId } from '../../../storage/records/iam.ts';
import { type InstanceProfileRow, toInstanceProfileArn } from '../../../storage/records/instance-profiles.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkNameIsFree } from './check-name-is-free.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';
import { toInstanceProfile } from './to-instance-profile.ts';

export const createInstanceProfile: Operation<CreateInstanceProfileRequest, CreateInstanceProfileResponse> = async (
  services,
  { InstanceProfileName: name, Path: path = '/', Tags },
  call,
) => {
  const { account } = call.principal;
  const tags = readTags(Tags);
  checkTagCount(tags, 'InstanceProfile');
  const arn = toInstanceProfileArn(account, path, name);
  await authorizeIam(services, call, { action: 'CreateInstanceProfile', resource: arn, context: tagContext(tags) });
  const id = newUniqueId(services.random, 'AIPA');
  const row: InstanceProfileRow = { account_id: account, name, path, id, arn, role_name: null, created_at: call.now };
  return services.records.write(async (db) => {
    await checkNameIsFree(db, 'instance-profile', { account, name });
    await db.insertInto('iam_instance_profiles').values(row).execute();
    await putTags(db, arn, tags);
    return { InstanceProfile: await toInstanceProfile(db, row, tags) };
  });
};
