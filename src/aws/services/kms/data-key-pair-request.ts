import type { GenerateDataKeyPairWithoutPlaintextRequest } from '@aws-sdk/client-kms';
import type { DataKeyPairRequest } from '../../../keys/data-key-pair.ts';
import type { Call, Validated } from '../operation.ts';

/** What GenerateDataKeyPair and its sibling ask for. */
export const toDataKeyPairRequest = (
  input: Validated<GenerateDataKeyPairWithoutPlaintextRequest>,
  { region }: Call,
): DataKeyPairRequest => ({
  keyId: input.KeyId,
  region,
  pairSpec: input.KeyPairSpec,
  encryptionContext: input.EncryptionContext ?? {},
  isDryRun: input.DryRun ?? false,
});
