import type { KeyMetadata } from '@aws-sdk/client-kms';
import { algorithmsOf } from '../../../keys/key-spec.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';

type Kind = Pick<
  KeyMetadata,
  | 'KeyUsage'
  | 'CustomerMasterKeySpec'
  | 'KeySpec'
  | 'EncryptionAlgorithms'
  | 'SigningAlgorithms'
  | 'MacAlgorithms'
  | 'KeyAgreementAlgorithms'
  | 'EncapsulationAlgorithms'
>;

/** In which member the algorithms of a usage stand. */
const ALGORITHMS_MEMBER: Readonly<Record<string, keyof Kind>> = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
  KEY_AGREEMENT: 'KeyAgreementAlgorithms',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithms',
};

/** What a key is and what it can do, as DescribeKey and GetPublicKey tell it. */
export function toKind(key: Pick<KmsKeysTable, 'spec' | 'usage'>): Kind {
  const kind = {
    KeyUsage: key.usage,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    [ALGORITHMS_MEMBER[key.usage]!]: [...algorithmsOf(key)],
  };
  // The values are AWS's own, whose enumerations the records keep as text.
  return kind as Kind;
}
