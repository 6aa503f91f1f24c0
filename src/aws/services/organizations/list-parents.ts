import type { ListParentsRequest, ListParentsResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { findPlace } from './find-place.ts';

/** A child has one parent. */
export const listParents: Operation<ListParentsRequest, ListParentsResponse> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'ListParents',
    by: 'administrators',
    resource: (own) => targetArn(own, input.ChildId),
  });
  const child = await services.records.read((db) => findPlace(db, organization, input.ChildId));
  if (child?.parentId === undefined) throw messages.childNotFound();
  const isRoot = child.parentId === organization.root_id;
  return { Parents: [{ Id: child.parentId, Type: isRoot ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
};
