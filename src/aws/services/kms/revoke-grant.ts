import type { RevokeGrantRequest } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';

/** Takes a grant back at once, whatever its grantee holds. */
export const revokeGrant: Operation<RevokeGrantRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, GrantId: grantId } = input;
  const context = { 'kms:GrantIsForAWSResource': 'false' };
  const { grants } = await openKey(services, call, { keyId, action: 'kms:RevokeGrant', context });
  if (!grants.some(({ id }) => id === grantId)) throw kms.grantNotFound(grantId);
  if (input.DryRun) throw kms.dryRun();
  await services.records.write((db) => records.deleteGrant(db, grantId));
};
