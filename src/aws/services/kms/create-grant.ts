import type { CreateGrantRequest, CreateGrantResponse } from '@aws-sdk/client-kms';
import type { GrantRequest } from '../../../keys/key-service.ts';
import * as kms from '../../../messages/kms.ts';
import type { Operation, Validated } from '../operation.ts';
import { refuseAlias } from './authorize.ts';
import { toKeyUse } from './key-use.ts';

export const createGrant: Operation<CreateGrantRequest, CreateGrantResponse> = async ({ keys }, input, call) => {
  refuseAlias(input.KeyId);
  const use = toKeyUse(call, input.GrantTokens);
  const { grantId, grantToken } = await keys.createGrant(use, toGrantRequest(input, call.region));
  return { GrantId: grantId, GrantToken: grantToken };
};

function toGrantRequest(input: Validated<CreateGrantRequest>, region: string): GrantRequest {
  const grantee = input.GranteePrincipal ?? input.GranteeServicePrincipal;
  const retiring = input.RetiringPrincipal ?? input.RetiringServicePrincipal;
  if (grantee === undefined) throw kms.granteeMissing();
  return {
    keyId: input.KeyId,
    region,
    grantee,
    operations: input.Operations,
    constraints: toConstraints(input.Constraints),
    isDryRun: input.DryRun ?? false,
    ...(retiring === undefined ? {} : { retiring }),
    ...(input.Name === undefined ? {} : { name: input.Name }),
  };
}

function toConstraints(constraints: CreateGrantRequest['Constraints'] = {}): NonNullable<GrantRequest['constraints']> {
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = constraints;
  return {
    ...(EncryptionContextEquals === undefined ? {} : { EncryptionContextEquals }),
    ...(EncryptionContextSubset === undefined ? {} : { EncryptionContextSubset }),
    ...(SourceArn === undefined ? {} : { SourceArn }),
  };
}
