import type { ListRootsRequest, ListRootsResponse } from '@aws-sdk/client-organizations';
import { enabledTypes } from '../../../storage/records/organization-policies.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';
import { toRoot } from './shapes.ts';

/** There is one root. */
export const listRoots: Operation<ListRootsRequest, ListRootsResponse> = async (services, input, call) => {
  const organization = await enter(services, call, { action: 'ListRoots', by: 'administrators' });
  const types = await services.records.read((db) => enabledTypes(db, organization.id));
  const { rows, next } = pageOf('ListRoots', [organization], input, (row) => row.root_id);
  return { Roots: rows.map((row) => toRoot(row, types)), ...next };
};
