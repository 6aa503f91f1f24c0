import { Buffer } from 'node:buffer';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeTree } from './remove-tree.ts';
import { scratch, unprivileged } from './scratch.testkit.ts';

test('a tree is removed though its directories forbid it, and what its links point to stays', async () => {
  const place = scratch();
  await unprivileged(place, async () => {
    const tree = path.join(place, 'tree');
    mkdirSync(path.join(tree, 'closed/deep'), { recursive: true });
    mkdirSync(path.join(place, 'outside'));
    writeFileSync(path.join(tree, 'closed/deep/f'), '');
    symlinkSync('../outside', path.join(tree, 'link'));
    for (const name of ['closed/deep', 'closed', '']) chmodSync(path.join(tree, name), 0o500);
    removeTree(Buffer.from(tree));
    expect([existsSync(tree), existsSync(path.join(place, 'outside'))]).toEqual([false, true]);
  });
});

test('where nothing is, nothing happens', () => {
  expect(() => removeTree(Buffer.from(path.join(scratch(), 'nothing')))).not.toThrow();
});
