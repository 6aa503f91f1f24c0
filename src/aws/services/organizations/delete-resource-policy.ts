import * as messages from '../../../messages/organizations.ts';
import {
  deleteResourcePolicy as deleteFromRecords,
  findResourcePolicy,
} from '../../../storage/records/organization-resource-policies.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { resourcePolicyArn } from './arns.ts';
import { enter } from './enter.ts';

export const deleteResourcePolicy: Operation<object, object> = async (services, _input, call) => {
  const organization = await enter(services, call, { action: 'DeleteResourcePolicy', by: 'management' });
  await services.records.write(async (db) => {
    const policy = await findResourcePolicy(db, organization.id);
    if (!policy) throw messages.resourcePolicyNotFound();
    await deleteFromRecords(db, organization.id);
    await removeAllTags(db, resourcePolicyArn(organization, policy.id));
  });
  return {};
};
