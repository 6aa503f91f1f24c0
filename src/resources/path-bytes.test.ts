import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { isSafeName, joinPath, printablePath } from './path-bytes.ts';

test.each([
  ['/', ['a', 'b'], '/a/b'],
  ['/', [], '/'],
  ['/srv', [], '/srv'],
  ['/srv', ['a'], '/srv/a'],
])('%s with %j is a path', (root, names, path) => {
  expect(
    joinPath(
      Buffer.from(root),
      names.map((name) => Buffer.from(name)),
    ).toString(),
  ).toBe(path);
});

test('a name is one step down, and nothing else', () => {
  const names = ['a', '...', '..a', ' ', '', '.', '..', '/', 'a/', 'a\0'];
  expect(names.filter((name) => isSafeName(Buffer.from(name)))).toEqual(['a', '...', '..a', ' ']);
});

test.each([
  [Buffer.from('plain-ä-日'), 'plain-ä-日'],
  [Buffer.from('tab\tline\nbell\u0007'), 'tab\\x09line\\x0abell\\x07'],
  [Buffer.from('back\\slash'), 'back\\\\slash'],
  [Buffer.from([0x61, 0xff, 0x5c]), 'a\\xff\\\\'],
  [Buffer.from('\u202egnp.exe'), '\\xe2\\x80\\xaegnp.exe'],
])('what is shown cannot steer a terminal, and tells all bytes', (bytes, text) => {
  expect(printablePath(bytes)).toBe(text);
});
