import type { ListGrantsResponse, ListRetirableGrantsRequest } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { grantSortKey, toGrantEntry } from './grant-entry.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

/** The grants that a principal of the caller's account may retire, on keys of any account in the Region. */
export const listRetirableGrants: Operation<ListRetirableGrantsRequest, ListGrantsResponse> = async (
  services,
  input,
  call,
) => {
  const principal = input.RetiringPrincipal ?? input.RetiringServicePrincipal;
  if (principal === undefined) throw kms.retiringPrincipalMissing();
  await authorizeAccount(services, call, { action: 'kms:ListRetirableGrants' });
  const isOwn = principal.split(':')[4] === call.principal.account;
  const wanted = { principal, region: call.region, now: call.now };
  const grants = isOwn ? await services.records.read((db) => records.listRetirableGrants(db, wanted)) : [];
  const { items, more } = toPage(grants, input, {
    list: 'ListRetirableGrants',
    keyOf: ({ grant }) => grantSortKey(grant),
    size: PAGE_SIZES.grants,
  });
  return { Grants: items.map(({ grant, keyArn }) => toGrantEntry(grant, keyArn)), ...more };
};
