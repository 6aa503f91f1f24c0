import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { chosenItems } from './restore-items.ts';

const items = (value: unknown, key = 'itemsToRestore') => JSON.stringify({ [key]: value });
const texts = (metadata: string) =>
  chosenItems(metadata, 'directory')?.map((path) => path.map((name) => Buffer.from(name).toString()));

test('paths are read as AWS writes them, in any case of the key', () => {
  expect(texts(items('["/my.test"]'))).toEqual([['my.test']]);
  expect(texts(items('["/a/b", "/c/"]', 'ItemsToRestore'))).toEqual([['a', 'b'], ['c']]);
  expect(texts(items('["a/é"]'))).toEqual([['a', 'é']]);
  expect(texts(items('["/"]'))).toEqual([[]]);
});

test('without the key everything is restored', () => {
  expect(texts('{"newFileSystem":"true"}')).toBeUndefined();
});

test.each(['', '[]', '"/a"', '[1]', '{}', '["/a/../b"]', '["/a//b"]', '["."]', '["a\\u0000"]', '[""]'])(
  '%s is refused, and it is said why',
  (text) => {
    expect(() => texts(items(text))).toThrow(/^Restore job failed\. itemsToRestore is invalid: /);
  },
);

test('a disk image has no paths', () => {
  expect(() => chosenItems(items('["/a"]'), 'disk-image')).toThrow('disk image');
});
