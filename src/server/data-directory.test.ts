import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataDirectory } from './data-directory.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-data-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data directory is its owner’s alone', () => {
  const root = path.join(folder, 'new', 'data');
  const places = openDataDirectory(root);
  try {
    for (const directory of [root, places.blobs, places.cold, places.keys, places.restores])
      expect(statSync(directory).mode & 0o777).toBe(0o700);
  } finally {
    places.release();
  }
});
