import { Buffer } from 'node:buffer';
import { closeSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { scratch } from '../scratch.testkit.ts';
import { openDirectory } from './open-directory.ts';

// As where this Node has no node:ffi. On kernels without openat2 the same way is taken.
vi.mock('./c-library.ts', () => ({ cLibrary: undefined }));

test.runIf(process.platform === 'linux')('without openat2 no symbolic link is followed either, at any step', () => {
  const root = scratch();
  mkdirSync(path.join(root, 'real/a/b'), { recursive: true });
  symlinkSync('real', path.join(root, 'link'));
  closeSync(openDirectory(Buffer.from(path.join(root, 'real/a/b'))));
  const open = readdirSync('/proc/self/fd').length;
  for (const steps of ['link/a', 'link/a/b']) {
    const place = Buffer.from(path.join(root, steps));
    expect(() => openDirectory(place)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  }
  expect(() => openDirectory(Buffer.from(path.join(root, 'link')))).toThrow(
    expect.objectContaining({ code: 'ENOTDIR' }),
  );
  expect(readdirSync('/proc/self/fd')).toHaveLength(open);
});
