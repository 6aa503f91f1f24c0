import { expect, test } from 'vitest';
import { restoreKeyOf, wantsEncryption } from './restore-metadata.ts';

test.each(['kmsKeyId', 'KmsKeyId', 'KMSKey', 'kmsMasterKeyArn'])(
  '%s names the key of the restored resource',
  (entry) => {
    expect(restoreKeyOf({ newFileSystem: 'true', [entry]: 'alias/mine' })).toEqual({ entry, keyId: 'alias/mine' });
  },
);

test('an empty name of a key is none', () => {
  expect(restoreKeyOf({ kmsKeyId: '' })).toBeUndefined();
});

test.each([
  [{ Encrypted: 'true' }, true],
  [{ encrypted: 'True' }, true],
  [{ encrypted: 'false' }, false],
  [{}, undefined],
])('%j asks for encryption: %s', (metadata, expected) => {
  expect(wantsEncryption(metadata as Record<string, string>)).toBe(expected);
});
