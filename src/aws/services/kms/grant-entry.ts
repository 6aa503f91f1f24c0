import type { GrantListEntry } from '@aws-sdk/client-kms';
import { constraintsOf } from '../../../keys/applicable-grants.ts';
import { parseArn } from '../../../model/arn.ts';
import type { KmsGrantsTable } from '../../../storage/records/schema.ts';

/** A grant as the lists tell it. Services stand in members of their own. */
export function toGrantEntry(grant: KmsGrantsTable, keyArn: string): GrantListEntry {
  const { grantee_principal: grantee, retiring_principal: retiring } = grant;
  return {
    KeyId: keyArn,
    GrantId: grant.id,
    ...(grant.name === null ? {} : { Name: grant.name }),
    CreationDate: new Date(grant.created_at),
    // A service stands in both members: the older clients know the first alone.
    GranteePrincipal: grantee,
    ...(isService(grantee) ? { GranteeServicePrincipal: grantee } : {}),
    ...(retiring === null ? {} : { RetiringPrincipal: retiring }),
    ...(retiring !== null && isService(retiring) ? { RetiringServicePrincipal: retiring } : {}),
    IssuingAccount: `arn:${parseArn(keyArn)?.partition ?? 'aws'}:iam::${grant.issuing_account}:root`,
    Operations: JSON.parse(grant.operations),
    ...(grant.constraints === null ? {} : { Constraints: constraintsOf(grant) }),
  };
}

/** Neither an ARN nor the unique id of a principal that has vanished. */
const isService = (principal: string): boolean => !principal.startsWith('arn:') && principal.includes('.');

/** What lists of grants are sorted by: the time of making, and the id among those of one moment. */
export const grantSortKey = ({ created_at, id }: KmsGrantsTable): string =>
  `${String(created_at).padStart(16, '0')} ${id}`;
