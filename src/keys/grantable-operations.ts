import type { KmsKeysTable } from '../storage/records/schema.ts';

const ALWAYS = ['CreateGrant', 'DescribeKey', 'RetireGrant'];
const PUBLIC = ['GetPublicKey'];

const BY_USAGE: Readonly<Record<string, readonly string[]>> = {
  ENCRYPT_DECRYPT: ['Decrypt', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo'],
  SIGN_VERIFY: ['Sign', 'Verify', ...PUBLIC],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
  KEY_AGREEMENT: ['DeriveSharedSecret', ...PUBLIC],
  ENCAPSULATE_DECAPSULATE: ['Encapsulate', 'Decapsulate', ...PUBLIC],
};

const SYMMETRIC = [
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
];

/** What a grant on a key may allow. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export function grantableOperations({ spec, usage }: Pick<KmsKeysTable, 'spec' | 'usage'>): readonly string[] {
  const own = BY_USAGE[usage] ?? [];
  if (usage !== 'ENCRYPT_DECRYPT') return [...ALWAYS, ...own];
  return [...ALWAYS, ...own, ...(spec === 'SYMMETRIC_DEFAULT' ? SYMMETRIC : PUBLIC)];
}
