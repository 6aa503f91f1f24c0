import type { GetPublicKeyRequest, GetPublicKeyResponse } from '@aws-sdk/client-kms';
import { isAsymmetric } from '../../../keys/key-spec.ts';
import { requireEnabled } from '../../../keys/key-state.ts';
import { onlyMaterial } from '../../../keys/use-key.ts';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';
import { toKind } from './key-kind.ts';

export const getPublicKey: Operation<GetPublicKeyRequest, GetPublicKeyResponse> = async (services, input, call) => {
  const { KeyId: keyId, GrantTokens: grantTokens } = input;
  const action = 'kms:GetPublicKey';
  const { key } = await openKey(services, call, { keyId, grantTokens, action, takesAlias: true });
  if (!isAsymmetric(key.spec)) throw kms.notAsymmetric(key.arn);
  requireEnabled(key);
  const { public_key: publicKey } = await onlyMaterial(services, key);
  return { KeyId: key.arn, PublicKey: publicKey!, ...toKind(key) };
};
