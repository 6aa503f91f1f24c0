import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms';
import { isPredefinedAlias } from '../../../keys/aws-managed-keys.ts';
import { dueMaterial } from '../../../keys/rotation.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';
import { toKeyMetadata } from './key-metadata.ts';

/** Asked for `alias/aws/…` before any service has used it, KMS makes the AWS managed key; so do we. */
export const describeKey: Operation<DescribeKeyRequest, DescribeKeyResponse> = async (services, input, call) => {
  const { KeyId: keyId, GrantTokens: grantTokens } = input;
  if (isPredefinedAlias(keyId)) {
    await services.keys.awsManagedKey({ account: call.principal.account, region: call.region, alias: keyId });
  }
  const action = 'kms:DescribeKey';
  const { key, regions } = await openKey(services, call, { keyId, grantTokens, action, takesAlias: true });
  const material = key.has_material === 1 ? await dueMaterial(services, key) : undefined;
  return { KeyMetadata: toKeyMetadata({ key, regions, materialVersion: material?.version }) };
};
