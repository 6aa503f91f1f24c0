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
import { attempt, type CLibrary, cLibrary, raise } from './c-library.ts';
import { dataRanges } from './data-ranges.ts';
import { deviceParts, makeNode } from './make-node.ts';
import { renameExclusively } from './rename-exclusively.ts';
import { setModificationTime } from './times.ts';
import { readXattrs, writeXattr } from './xattrs.ts';

const pathIn = (directory: string, name: string): Buffer => Buffer.from(path.join(directory, name));

describe.runIf(cLibrary)('through node:ffi', () => {
  test("100,000 calls neither crash nor keep memory, and an error is always the call's own", () => {
    const file = pathIn(scratch(), 'f');
    writeFileSync(file, '');
    writeXattr(zeroTerminated(file), { name: Buffer.from('user.a'), value: Buffer.alloc(100, 1) });
    const [there, absent] = [zeroTerminated(file), Buffer.from('/no/such/name\0')];
    const list = Buffer.alloc(1_024);
    for (let round = 0; round < 5_000; round++) readXattrs(there);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 33_000; round++) {
      if (readXattrs(there).length !== 1) throw new Error('an attribute was lost');
      const found = attempt(cLibrary!, 'llistxattr', () => cLibrary!.llistxattr(absent, list, 1_024n), ['ENOENT']);
      if (found !== 'ENOENT') throw new Error('a missing name was found');
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  }, 30_000);

  test('worker threads use it side by side, each with its own errors', async () => {
    const file = pathIn(scratch(), 'f');
    writeFileSync(file, '');
    const code = `
      const { workerData, parentPort } = require('node:worker_threads');
      import(workerData.module).then(({ attempt, cLibrary }) => {
        const path = Buffer.from(workerData.path);
        const list = Buffer.alloc(1024);
        const call = () => cLibrary.llistxattr(path, list, workerData.size);
        for (let round = 0; round < 10_000; round++) attempt(cLibrary, 'llistxattr', call, [workerData.code]);
        parentPort.postMessage('done');
      });`;
    const module = new URL('./c-library.ts', import.meta.url).href;
    writeXattr(zeroTerminated(file), { name: Buffer.from('user.long'), value: Buffer.alloc(1) });
    const cases = [
      { path: '/no/such/name\0', size: 1_024n, code: 'ENOENT' },
      { path: `${file}\0`, size: 3n, code: 'ERANGE' },
    ];
    const ends = await Promise.all(
      cases.map((workerData) => {
        const worker = new Worker(code, { eval: true, workerData: { ...workerData, module } });
        return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      }),
    );
    expect(ends).toEqual(['done', 'done']);
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

describe('an error that the engine wrote over', () => {
  /** A call that fails again and again, and what errno says behind each. */
  function failing(...errnos: number[]) {
    let calls = 0;
    const library = { errno: () => errnos[calls - 1] } as CLibrary;
    return { library, call: () => -++calls, calls: () => calls };
  }

  test.each([
    { errnos: [2, 2], calls: 2 },
    { errnos: [11, 2, 2], calls: 3 },
    { errnos: [2, 11, 2, 2], calls: 4 },
  ])('$errnos is ENOENT', ({ errnos, calls }) => {
    const { library, call, ...made } = failing(...errnos);
    expect(() => attempt(library, 'openat2', call, ['ENOSYS'])).toThrow(
      expect.objectContaining({ code: 'ENOENT', errno: -2, syscall: 'openat2' }),
    );
    expect(made.calls()).toBe(calls);
  });

  test('one that is expected is answered, and one that never settles is thrown', () => {
    const expected = failing(11, 38, 38);
    expect(attempt(expected.library, 'openat2', expected.call, ['ENOSYS'])).toBe('ENOSYS');
    const restless = failing(1, 2, 1, 2, 1, 2, 1, 2);
    expect(() => attempt(restless.library, 'openat2', restless.call)).toThrow('ENOENT: openat2');
    expect(restless.calls()).toBe(8);
  });

  test('a call that succeeds at last is answered', () => {
    let calls = 0;
    expect(attempt({ errno: () => 11 } as CLibrary, 'openat2', () => (++calls < 2 ? -1 : 7))).toBe(7);
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
