import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nativeAead } from '../native/native-aead.ts';
import { nativeLibrary } from '../native/native-library.ts';
import { type Aead, nodeAead, openWhole, sealWhole } from './aead.ts';

const both: Aead[] = [nodeAead, ...(nativeLibrary ? [nativeAead(nativeLibrary)] : [])];
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const input = fc.record({ key: bytes(32), nonce: bytes(12), additional: fc.uint8Array({ maxLength: 300 }) });

test('this test runs where node:ffi is, so that both implementations are compared', () => {
  expect(both.map(({ name }) => name)).toEqual(
    process.execArgv.includes('--experimental-ffi') ? ['node:crypto', 'node:ffi'] : ['node:crypto'],
  );
});

test('all implementations write the same bytes, and each opens the other’s', () => {
  fc.assert(
    fc.property(input, fc.uint8Array({ maxLength: 3000 }), (given, plaintext) => {
      const sealed = both.map((aead) => sealWhole(aead, given, plaintext));
      for (const other of sealed) {
        expect(other.equals(sealed[0]!)).toBe(true);
        for (const aead of both) expect(openWhole(aead, given, other)?.equals(plaintext)).toBe(true);
      }
    }),
  );
});

test('the answer of NIST’s test case 16 is ours', () => {
  const given = {
    key: Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex'),
    nonce: Buffer.from('cafebabefacedbaddecaf888', 'hex'),
    additional: Buffer.from('feedfacedeadbeeffeedfacedeadbeefabaddad2', 'hex'),
  };
  const plaintext = Buffer.from(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    'hex',
  );
  for (const aead of both) {
    expect(sealWhole(aead, given, plaintext).toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
  }
});

test('nothing opens after any one bit has changed', () => {
  const given = { key: Buffer.alloc(32, 1), nonce: Buffer.alloc(12, 2), additional: Buffer.from('bound') };
  for (const aead of both) {
    const sealed = sealWhole(aead, given, Buffer.from('plaintext'));
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at]! ^= 1;
      expect(openWhole(aead, given, altered)).toBeUndefined();
    }
    expect(openWhole(aead, { ...given, additional: Buffer.from('other') }, sealed)).toBeUndefined();
    expect(openWhole(aead, { ...given, nonce: Buffer.alloc(12, 3) }, sealed)).toBeUndefined();
    expect(openWhole(aead, given, sealed.subarray(0, 15))).toBeUndefined();
    expect(openWhole(aead, given, sealed)?.toString()).toBe('plaintext');
  }
});
