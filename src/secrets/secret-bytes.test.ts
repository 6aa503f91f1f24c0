import { Buffer } from 'node:buffer';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { SecretBytes } from './secret-bytes.ts';

const text = 'a secret of thirty-two bytes ....';

test('what is taken over is wiped where it was, and opens', () => {
  const given = Buffer.from(text);
  const secret = new SecretBytes(given);
  expect(given.every((byte) => byte === 0)).toBe(true);
  expect(Buffer.from(secret.open()).toString()).toBe(text);
});

test('a copy leaves the other as it was, and is wiped by itself', () => {
  const secret = new SecretBytes(Buffer.from(text));
  const copy = SecretBytes.copyOf(secret.open());
  copy.wipe();
  expect(copy.open().every((byte) => byte === 0)).toBe(true);
  expect(Buffer.from(secret.open()).toString()).toBe(text);
});

test('it does not print', () => {
  const secret = new SecretBytes(Buffer.from(text));
  for (const printed of [inspect({ secret }), JSON.stringify({ secret }), `${secret}`])
    expect(printed).toContain('[secret]');
});
