import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { zeroTerminated } from '../path-bytes.ts';
import { scratch } from '../scratch.testkit.ts';
import { cLibrary, raise } from './c-library.ts';
import { dataRanges } from './data-ranges.ts';
import { deviceParts, makeNode } from './make-node.ts';
import { renameExclusively } from './rename-exclusively.ts';
import { setModificationTime } from './times.ts';
import { readXattrs, writeXattr } from './xattrs.ts';

const pathIn = (directory: string, name: string): Buffer => Buffer.from(path.join(directory, name));

describe.runIf(cLibrary)('through node:ffi', () => {
  test("100,000 calls neither crash nor keep memory, and errno is always the call's own", () => {
    const file = pathIn(scratch(), 'f');
    writeFileSync(file, '');
    writeXattr(zeroTerminated(file), { name: Buffer.from('user.a'), value: Buffer.alloc(100, 1) });
    const [there, absent] = [zeroTerminated(file), Buffer.from('/no/such/name\0')];
    const list = Buffer.alloc(1_024);
    for (let round = 0; round < 5_000; round++) readXattrs(there);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 33_000; round++) {
      if (readXattrs(there).length !== 1) throw new Error('an attribute was lost');
      if (cLibrary!.llistxattr(absent, list, 1_024n) !== -1n) throw new Error('a missing name was found');
      if (cLibrary!.errno() !== 2) throw new Error(`errno ${cLibrary!.errno()}`);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  }, 30_000);

  test('worker threads use it side by side, each with its own errno', async () => {
    const file = pathIn(scratch(), 'f');
    writeFileSync(file, '');
    const code = `
      const { workerData, parentPort } = require('node:worker_threads');
      import(workerData.module).then(({ cLibrary }) => {
        const path = Buffer.from(workerData.path);
        const list = Buffer.alloc(1024);
        let wrong = 0;
        for (let round = 0; round < 10_000; round++) {
          cLibrary.llistxattr(path, list, workerData.size);
          if (cLibrary.errno() !== workerData.errno) wrong++;
        }
        parentPort.postMessage(wrong);
      });`;
    const module = new URL('./c-library.ts', import.meta.url).href;
    writeXattr(zeroTerminated(file), { name: Buffer.from('user.long'), value: Buffer.alloc(1) });
    const cases = [
      { path: '/no/such/name\0', size: 1_024n, errno: 2 },
      { path: `${file}\0`, size: 3n, errno: 34 },
    ];
    const wrong = await Promise.all(
      cases.map((workerData) => {
        const worker = new Worker(code, { eval: true, workerData: { ...workerData, module } });
        return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      }),
    );
    expect(wrong).toEqual([0, 0]);
  }, 30_000);

  test('an error is like one of node:fs', () => {
    cLibrary!.syncfs(-1);
    expect(raise(cLibrary!, 'syncfs')).toMatchObject({ code: 'EBADF', errno: -9, syscall: 'syncfs' });
  });

  test('a sparse file tells where its data lies', () => {
    const fd = openSync(pathIn(scratch(), 'sparse'), 'w+');
    ftruncateSync(fd, 8 << 20);
    writeSync(fd, Buffer.alloc(1 << 16, 1), 0, 1 << 16, 1 << 20);
    writeSync(fd, Buffer.alloc(1 << 16, 1), 0, 1 << 16, 6 << 20);
    const ranges = [...dataRanges(fd, 8 << 20)];
    closeSync(fd);
    expect(ranges).toEqual([
      { offset: 1 << 20, length: 1 << 16 },
      { offset: 6 << 20, length: 1 << 16 },
    ]);
  });

  test('a file that is all hole holds no data', () => {
    const fd = openSync(pathIn(scratch(), 'sparse'), 'w+');
    ftruncateSync(fd, 1 << 20);
    expect([...dataRanges(fd, 1 << 20)]).toEqual([]);
    expect([...dataRanges(fd, 0)]).toEqual([]);
    closeSync(fd);
  });
});

test.each([0n, 1n, -1n, 999_999_999n, -1_000_000_001n, 1_700_000_000_123_456_789n])(
  'a time of %d ns is set',
  (mtimeNs) => {
    const file = pathIn(scratch(), 'f');
    writeFileSync(file, '');
    setModificationTime(file, mtimeNs);
    const found = lstatSync(file, { bigint: true }).mtimeNs;
    expect(found - mtimeNs).toBeLessThanOrEqual(cLibrary ? 0n : 1_000n);
  },
);

test('a device number is taken apart as Linux packs it', () => {
  expect(deviceParts(0x0103n)).toEqual({ major: 1, minor: 3 });
  expect(deviceParts(lstatSync('/dev/null', { bigint: true }).rdev)).toEqual({ major: 1, minor: 3 });
});

test('a rename never replaces', () => {
  const place = scratch();
  writeFileSync(pathIn(place, 'a'), 'a');
  writeFileSync(pathIn(place, 'b'), 'b');
  expect(() => renameExclusively(pathIn(place, 'a'), pathIn(place, 'b'))).toThrow(/EEXIST/);
  renameExclusively(pathIn(place, 'a'), pathIn(place, 'c'));
  expect([readFileSync(pathIn(place, 'b'), 'utf8'), readFileSync(pathIn(place, 'c'), 'utf8')]).toEqual(['b', 'a']);
});

test.runIf(cLibrary)('without node:ffi a tree is still copied; what is lost is said', () => {
  const place = scratch();
  mkdirSync(path.join(place, 'in'));
  writeFileSync(path.join(place, 'in/file'), 'content', { mode: 0o640 });
  execFileSync('touch', ['-d', '2001-02-03 04:05:06.001311999', path.join(place, 'in/file')]);
  writeFileSync(path.join(place, 'in/old'), '');
  execFileSync('touch', ['-d', '1969-12-31 23:59:58.500000000 UTC', path.join(place, 'in/old')]);
  makeNode(pathIn(place, 'in/fifo'), 'fifo', undefined);
  const answer = execFileSync(process.execPath, [
    '--no-experimental-ffi',
    '--input-type=module',
    '-e',
    `const load = (name) => import(new URL(name, ${JSON.stringify(import.meta.url)}));
     const { cLibrary } = await load('./c-library.ts');
     const { copyTree } = await load('../copy-tree.testkit.ts');
     const { compareTrees } = await load('../compare-trees.ts');
     const [source, destination] = ${JSON.stringify([path.join(place, 'in'), path.join(place, 'out')])};
     const troubles = await copyTree({ source, destination });
     const { differences } = await compareTrees(source, destination);
     console.log(JSON.stringify({ hasLibrary: cLibrary !== undefined, troubles, differences }));`,
  ]).toString();
  const { hasLibrary, troubles, differences } = JSON.parse(answer);
  expect(hasLibrary).toBe(false);
  expect(troubles).toContain('fifo not made: ENOTSUP');
  expect(troubles.join()).toContain('kept to the microsecond');
  expect(differences.map(({ path: name, aspect }: { path: string; aspect: string }) => `${name}: ${aspect}`)).toEqual([
    '.: unreadable',
    '.: unreadable',
    'fifo: missing',
  ]);
});
