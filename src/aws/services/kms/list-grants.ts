import type { ListGrantsRequest, ListGrantsResponse } from '@aws-sdk/client-kms';
import type { KmsGrantsTable } from '../../../storage/records/schema.ts';
import type { Operation, Validated } from '../operation.ts';
import { openKey } from './authorize.ts';
import { grantSortKey, toGrantEntry } from './grant-entry.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

export const listGrants: Operation<ListGrantsRequest, ListGrantsResponse> = async (services, input, call) => {
  const context = { 'kms:GrantIsForAWSResource': 'false' };
  const { key, grants } = await openKey(services, call, { keyId: input.KeyId, action: 'kms:ListGrants', context });
  const wanted = grants.filter((grant) => isWanted(grant, input));
  const { items, more } = toPage(wanted, input, { list: 'ListGrants', keyOf: grantSortKey, size: PAGE_SIZES.grants });
  return { Grants: items.map((grant) => toGrantEntry(grant, key.arn)), ...more };
};

function isWanted(grant: KmsGrantsTable, input: Validated<ListGrantsRequest>): boolean {
  const grantee = input.GranteePrincipal ?? input.GranteeServicePrincipal;
  if (grantee !== undefined && grant.grantee_principal !== grantee) return false;
  return input.GrantId === undefined || grant.id === input.GrantId;
}
