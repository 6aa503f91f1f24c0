import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms';
import { isPredefinedAlias } from '../../../keys/aws-managed-keys.ts';
import { currentMaterial } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';
import { toKeyMetadata } from './key-metadata.ts';

/** Asked for `alias/aws/…` before any service has used it, KMS makes the AWS managed key; so do we. */
export const describeKey: Operation<DescribeKeyRequest, DescribeKeyResponse> = async (services, input, call) => {
  const { KeyId: keyId, GrantTokens: grantTokens } = input;
  if (isPredefinedAlias(keyId)) {
    await services.keys.awsManagedKey({ account: call.principal.account, region: call.region, alias: keyId });
  }
  const { key } = await openKey(services, call, { keyId, grantTokens, action: 'kms:DescribeKey' });
  const material = await services.records.read((db) => currentMaterial(db, key.id));
  return { KeyMetadata: toKeyMetadata(key, material?.version ?? 1) };
};
