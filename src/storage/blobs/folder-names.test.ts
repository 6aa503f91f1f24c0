import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderNames } from './folder-names.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossvault-names-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function make(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
}

/** Looks so often that what has not changed is remembered. */
async function look(names: FolderNames): Promise<string[]> {
  await below(names);
  await below(names);
  return below(names);
}

const remembersAtOnce = (): FolderNames => new FolderNames({ settledMs: 0 });

let touched = Date.now() / 1000 - 3600;

/** As a change does at another tick of the file system's clock. */
function touch(...folders: readonly string[]): void {
  touched += 1;
  for (const folder of folders) utimesSync(join(root, folder), touched, touched);
}

const below = async (names: FolderNames): Promise<string[]> => (await names.below(root, 'p/')).sort();

test('what comes and goes after a look is seen by the next one', async () => {
  make('a/1', 'a/2', 'b/3');
  const names = remembersAtOnce();
  expect(await look(names)).toEqual(['p/a/1', 'p/a/2', 'p/b/3']);
  make('a/4', 'c/5');
  rmSync(join(root, 'b/3'));
  touch('', 'a', 'b');
  expect(await look(names)).toEqual(['p/a/1', 'p/a/2', 'p/a/4', 'p/c/5']);
  rmSync(join(root, 'a'), { recursive: true });
  touch('');
  expect(await look(names)).toEqual(['p/c/5']);
});

test('a change in the moment of the look is seen by the next one', async () => {
  make('a/1');
  const names = new FolderNames();
  for (let round = 2; round < 20; round += 1) {
    await below(names);
    make(`a/${round}`);
    expect(await below(names)).toContain(`p/a/${round}`);
  }
});

test('a folder in the place of another one is read, whatever its times', async () => {
  make('a/1', 'other/2');
  touch('a', 'other', '');
  const names = remembersAtOnce();
  expect(await look(names)).toEqual(['p/a/1', 'p/other/2']);
  rmSync(join(root, 'a'), { recursive: true });
  renameSync(join(root, 'other'), join(root, 'a'));
  touch('a', '');
  expect(await look(names)).toEqual(['p/a/2']);
});

test('temporary files are no names, and what is no folder has none below it', async () => {
  make('~half', 'a/~half', 'a/1');
  const names = new FolderNames();
  expect(await below(names)).toEqual(['p/a/1']);
  expect(await names.below(join(root, 'a/1'), '')).toEqual([]);
  expect(await names.below(join(root, 'none'), '')).toEqual([]);
});
