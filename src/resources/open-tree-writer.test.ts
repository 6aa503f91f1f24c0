import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTrees } from './compare-trees.ts';
import { copyTree } from './copy-tree.testkit.ts';
import { entryOf } from './entry.testkit.ts';
import { makeNode } from './native/make-node.ts';
import { hasXattrs, writeXattr } from './native/xattrs.ts';
import { joinTreeWriter, openTreeWriter } from './open-tree-writer.ts';
import { zeroTerminated } from './path-bytes.ts';
import type { Entry, EntryPath } from './resource.ts';
import { ResourceError } from './resource-error.ts';
import { isRoot, scratch, unprivileged } from './scratch.testkit.ts';
import type { TreeWriter } from './tree-writer.ts';

/** Builds a tree, writes it again elsewhere, and expects both to be the same in everything. */
async function expectFaithful(build: (source: string) => void | Promise<void>): Promise<void> {
  const place = scratch();
  const [source, destination] = [path.join(place, 'source'), path.join(place, 'destination')];
  mkdirSync(source);
  await build(source);
  expect(await copyTree({ source, destination })).toEqual([]);
  const comparison = await compareTrees(source, destination);
  expect(comparison.differences).toEqual([]);
  expect(readdirSync(destination).filter((name) => name.startsWith('.crossvault'))).toEqual([]);
}

function expectKind(kind: ResourceError['kind'], action: () => unknown): void {
  expect(action).toThrow(expect.objectContaining({ name: 'ResourceError', kind }));
}

const entry = (part: Partial<Entry> = {}): Entry => entryOf({ mtimeNs: 1_700_000_000_123_456_789n, ...part });

const bytes = (...names: string[]): Buffer[] => names.map((name) => Buffer.from(name));

test('names come back whatever their bytes', async () => {
  await expectFaithful((source) => {
    const names = [
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from('line\nbreak'),
      Buffer.from('x'.repeat(255)),
      Buffer.from('-rf *'),
      Buffer.from('日本語'),
      Buffer.from(' '),
      Buffer.from('...'),
    ];
    for (const name of names) {
      writeFileSync(Buffer.concat([Buffer.from(`${source}/`), name]), name);
    }
  });
});

test('modes, times before 1970 and to the nanosecond, empty and read-only directories come back', async () => {
  await expectFaithful((source) => {
    mkdirSync(path.join(source, 'empty'));
    mkdirSync(path.join(source, 'sticky/deep'), { recursive: true });
    writeFileSync(path.join(source, 'sticky/deep/set-id'), 'x');
    chmodSync(path.join(source, 'sticky/deep/set-id'), 0o6755);
    writeFileSync(path.join(source, 'old'), '');
    utimesSync(path.join(source, 'old'), -1.5, -1.5);
    writeFileSync(path.join(source, 'unwritable'), 'x', { mode: 0o400 });
    chmodSync(path.join(source, 'sticky'), 0o1777);
    chmodSync(path.join(source, 'sticky/deep'), 0o500);
    execFileSync('touch', ['-d', '2001-02-03 04:05:06.987654321', source]);
  });
});

test('symbolic links come back as they are: dangling, in a loop, to places outside', async () => {
  await expectFaithful((source) => {
    symlinkSync('nowhere', path.join(source, 'dangling'));
    symlinkSync('loop', path.join(source, 'loop'));
    symlinkSync('/etc', path.join(source, 'outside'));
    symlinkSync(Buffer.from([0xff, 0x2f, 0xfe]), path.join(source, 'bytes'));
    symlinkSync('..', path.join(source, 'up'));
  });
});

test('names of one file are names of one file again, across directories', async () => {
  await expectFaithful((source) => {
    mkdirSync(path.join(source, 'a'));
    mkdirSync(path.join(source, 'b'));
    writeFileSync(path.join(source, 'a/one'), 'shared');
    linkSync(path.join(source, 'a/one'), path.join(source, 'b/two'));
    linkSync(path.join(source, 'a/one'), path.join(source, 'three'));
    symlinkSync('x', path.join(source, 'a/link'));
    linkSync(path.join(source, 'a/link'), path.join(source, 'b/link'));
  });
});

test('a sparse file has the same content', async () => {
  await expectFaithful((source) => {
    writeFileSync(path.join(source, 'sparse'), 'begins');
    truncateSync(path.join(source, 'sparse'), 64 << 20);
  });
});

test.runIf(hasXattrs)('fifos, sockets and extended attributes come back', async () => {
  await expectFaithful(async (source) => {
    makeNode(Buffer.from(path.join(source, 'fifo')), 'fifo', undefined);
    const server = createServer().listen(path.join(source, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    linkSync(path.join(source, 'socket'), path.join(source, 'kept'));
    await new Promise((resolve) => server.close(resolve));
    writeFileSync(path.join(source, 'file'), '');
    const file = zeroTerminated(Buffer.from(path.join(source, 'file')));
    writeXattr(file, { name: Buffer.from('user.bytes'), value: Uint8Array.of(0, 255, 10) });
    writeXattr(file, { name: Buffer.from('user.empty'), value: new Uint8Array(0) });
    writeXattr(file, { name: Buffer.from('user.large'), value: Buffer.alloc(2_000, 7) });
    writeXattr(zeroTerminated(Buffer.from(source)), { name: Buffer.from('user.root'), value: Buffer.from('r') });
  });
});

test.runIf(hasXattrs)('ACLs come back, a default one included, and agree with the mode', async () => {
  await expectFaithful((source) => {
    mkdirSync(path.join(source, 'd'));
    writeFileSync(path.join(source, 'f'), '', { mode: 0o640 });
    writeXattr(zeroTerminated(Buffer.from(path.join(source, 'f'))), {
      name: Buffer.from('system.posix_acl_access'),
      value: acl([0x01, 6, -1], [0x02, 7, 1234], [0x04, 4, -1], [0x10, 7, -1], [0x20, 0, -1]),
    });
    writeXattr(zeroTerminated(Buffer.from(path.join(source, 'd'))), {
      name: Buffer.from('system.posix_acl_default'),
      value: acl([0x01, 7, -1], [0x02, 5, 77], [0x04, 5, -1], [0x10, 5, -1], [0x20, 0, -1]),
    });
    writeFileSync(path.join(source, 'd/inherits'), 'x');
  });
});

test.runIf(hasXattrs)('nothing inherits the ACL of the directory above the root', async () => {
  const place = scratch();
  writeXattr(zeroTerminated(Buffer.from(place)), {
    name: Buffer.from('system.posix_acl_default'),
    value: acl([0x01, 7, -1], [0x02, 7, 77], [0x04, 5, -1], [0x10, 7, -1], [0x20, 5, -1]),
  });
  const source = scratch();
  mkdirSync(path.join(source, 'd'));
  writeFileSync(path.join(source, 'd/f'), 'x');
  expect(await copyTree({ source, destination: path.join(place, 'out') })).toEqual([]);
  expect((await compareTrees(source, path.join(place, 'out'))).differences).toEqual([]);
});

test.runIf(isRoot && hasXattrs)('root gives back owners, devices, capabilities and files of mode 000', async () => {
  await expectFaithful((source) => {
    makeNode(Buffer.from(path.join(source, 'null')), 'char-device', { major: 1, minor: 3 });
    makeNode(Buffer.from(path.join(source, 'far')), 'block-device', { major: 4_000, minor: 1_000_000 });
    writeFileSync(path.join(source, 'closed'), 'secret');
    chmodSync(path.join(source, 'closed'), 0);
    writeFileSync(path.join(source, 'capable'), 'x');
    symlinkSync('x', path.join(source, 'link'));
    execFileSync('chown', [
      '-h',
      '1234:4321',
      path.join(source, 'closed'),
      path.join(source, 'capable'),
      path.join(source, 'link'),
    ]);
    writeXattr(zeroTerminated(Buffer.from(path.join(source, 'capable'))), {
      name: Buffer.from('security.capability'),
      value: Buffer.from('0100000200040000000000000000000000000000', 'hex'),
    });
  });
});

test('without privilege a strange owner is a trouble, and set-id bits are not lent out', async () => {
  const place = scratch();
  await unprivileged(place, async () => {
    const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
    const temporary = writer.temporaryFor(bytes('a'));
    writeFileSync(Buffer.from(temporary), 'x');
    const strange = entry({ mode: 0o4755, uid: 4_242, gid: 4_242 });
    writer.finishFile(bytes('a'), temporary, strange);
    writeWhole(writer, [], 'b', strange);
    const details = ['owner 4242:4242: EPERM', 'set-id bits: left out, since the owner could not be set'];
    expect(writer.troubles.map(({ path: [name], detail }) => [Buffer.from(name!).toString(), detail])).toEqual(
      ['a', 'b'].flatMap((name) => details.map((detail) => [name, detail])),
    );
    for (const name of ['a', 'b']) expect(lstatSync(path.join(place, 'out', name)).mode & 0o7777).toBe(0o755);
  });
});

test('without privilege a device is a trouble, and is not made', async () => {
  const place = scratch();
  await unprivileged(place, async () => {
    const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
    writer.makeOther(bytes('null'), entry({ type: 'char-device', device: { major: 1, minor: 3 } }));
    expect(writer.troubleCount).toBe(1);
    expect(readdirSync(path.join(place, 'out'))).toEqual([]);
  });
});

test('names that would lead out of the tree are refused', () => {
  const place = scratch();
  const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
  for (const name of ['', '.', '..', 'a/b', '/', '../x', 'a\0b']) {
    expectKind('name-unsafe', () => writer.makeDirectory(bytes(name)));
    expectKind('name-unsafe', () => writer.temporaryFor(bytes(name)));
    expectKind('name-unsafe', () =>
      writer.makeOther(bytes(name), entry({ type: 'symlink', linkTarget: Buffer.from('x') })),
    );
    expectKind('name-unsafe', () => writer.makeHardLink(bytes(name), bytes('a')));
    expectKind('name-unsafe', () => writer.finishDirectory(bytes('a', name), entry({ type: 'directory' })));
  }
  expect(readdirSync(place)).toEqual(['out']);
  expect(readdirSync(path.join(place, 'out'))).toEqual([]);
});

test('whatever the name, the parent of the root stays as it is', () => {
  const place = scratch();
  const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
  const name = fc.oneof(
    fc.uint8Array({ minLength: 0, maxLength: 6 }),
    fc.stringMatching(/^[./\0a]{0,5}$/).map((text) => Uint8Array.from(Buffer.from(text))),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 3 }), (names) => {
      try {
        writer.makeDirectory(names);
      } catch (error) {
        expect(error).toBeInstanceOf(ResourceError);
      }
      expect(readdirSync(place)).toEqual(['out']);
    }),
    { numRuns: 300 },
  );
});

test('no path leads through a symbolic link, even one that the tree itself brought', () => {
  const place = scratch();
  mkdirSync(path.join(place, 'outside'));
  const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
  writer.makeOther(bytes('way'), entry({ type: 'symlink', linkTarget: Buffer.from('../outside') }));
  expectKind('name-taken', () => writer.makeDirectory(bytes('way')));
  expectKind('name-taken', () => writer.makeDirectory(bytes('way', 'd')));
  expectKind('name-taken', () => writer.temporaryFor(bytes('way', 'f')));
  expectKind('name-taken', () =>
    writer.makeOther(bytes('way', 's'), entry({ type: 'symlink', linkTarget: Buffer.from('x') })),
  );
  expectKind('name-taken', () => writer.finishDirectory(bytes('way'), entry({ type: 'directory' })));
  expect(readdirSync(path.join(place, 'outside'))).toEqual([]);
});

test('a name used twice is refused, and what was there stays', () => {
  const place = scratch();
  const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
  const write = (content: string): void => {
    const temporary = writer.temporaryFor(bytes('a'));
    writeFileSync(Buffer.from(temporary), content, { flag: 'wx' });
    writer.finishFile(bytes('a'), temporary, entry());
  };
  write('first');
  expectKind('name-taken', () => write('second'));
  expectKind('name-taken', () => writer.makeDirectory(bytes('a')));
  expectKind('name-taken', () => writer.makeHardLink(bytes('a'), bytes('a')));
  expect(readFileSync(path.join(place, 'out/a'), 'utf8')).toBe('first');
});

test('a root that holds something, is a file or is a symbolic link is refused and left alone', () => {
  const place = scratch();
  mkdirSync(path.join(place, 'full'));
  writeFileSync(path.join(place, 'full/x'), '');
  chmodSync(path.join(place, 'full'), 0o755);
  mkdirSync(path.join(place, 'empty'));
  symlinkSync('empty', path.join(place, 'link'));
  for (const name of ['full', 'full/x', 'link']) {
    expectKind('target-taken', () => openTreeWriter(Buffer.from(path.join(place, name))));
  }
  expect(lstatSync(path.join(place, 'full')).mode & 0o777).toBe(0o755);
  expectKind('target-unwritable', () => openTreeWriter(Buffer.from(path.join(place, 'no/parent'))));
});

test('until it is finished only its writer may enter the root', () => {
  const root = path.join(scratch(), 'out');
  mkdirSync(root, { mode: 0o777 });
  const writer = openTreeWriter(Buffer.from(root));
  expect(lstatSync(root).mode & 0o777).toBe(0o700);
  writer.finishDirectory([], entry({ type: 'directory', mode: 0o755 }));
  expect(lstatSync(root).mode & 0o777).toBe(0o755);
});

test('a file is not there under its name before it is finished', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  const temporary = writer.temporaryFor(bytes('a'));
  writeFileSync(Buffer.from(temporary), 'x');
  expect(existsSync(path.join(root, 'a'))).toBe(false);
  writer.finishFile(bytes('a'), temporary, entry());
  expect(readdirSync(root)).toEqual(['a']);
  expect(lstatSync(path.join(root, 'a'), { bigint: true }).mtimeNs).toBe(entry().mtimeNs);
});

/** Writes a file in one go, as small ones are. */
function writeWhole(writer: TreeWriter, directory: EntryPath, name: string, metadata: Entry): void {
  const file = writer.create(directory, Buffer.from(name));
  writeSync(file.descriptor, 'content');
  writer.keep(file, metadata);
}

test('a file that is written in one go gets everything before its name, and only then that', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  const file = writer.create([], Buffer.from('a'));
  expect(existsSync(path.join(root, 'a'))).toBe(false);
  expect(lstatSync(file.temporary).mode & 0o777).toBe(0o600);
  writer.keep(file, entry({ mode: 0o4741 }));
  expect(readdirSync(root)).toEqual(['a']);
  const stats = lstatSync(path.join(root, 'a'), { bigint: true });
  expect([Number(stats.mode) & 0o7777, stats.mtimeNs]).toEqual([0o4741, entry().mtimeNs]);
});

test('a directory of the root keeps its place free, and gets there when all in it is whole', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  for (const directory of [bytes('d'), bytes('d', 'e')]) {
    writer.makeDirectory(directory);
    writeWhole(writer, directory, 'f', entry());
  }
  writer.makeHardLink(bytes('d', 'same'), bytes('d', 'f'));
  writer.finishDirectory(bytes('d', 'e'), entry({ type: 'directory', mode: 0o500 }));
  expect(readdirSync(path.join(root, 'd'))).toEqual([]);
  expectKind('name-taken', () => writer.makeDirectory(bytes('d')));
  expectKind('name-taken', () =>
    writer.makeOther(bytes('d'), entry({ type: 'symlink', linkTarget: Buffer.from('x') })),
  );
  writer.finishDirectory(bytes('d'), entry({ type: 'directory', mode: 0o500 }));
  expect(readdirSync(path.join(root, 'd'), { recursive: true }).sort()).toEqual(['e', 'e/f', 'f', 'same']);
  writer.makeHardLink(bytes('link'), bytes('d', 'e', 'f'));
  writer.finishDirectory([], entry({ type: 'directory' }));
  expect(readdirSync(root).sort()).toEqual(['d', 'link']);
});

test.runIf(isRoot)('files of one directory that are written in one go have each its own owner', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  const directory: EntryPath = [];
  for (const uid of [0, 1234, 0]) writeWhole(writer, directory, `${uid}-${Math.random()}`, entry({ uid, gid: uid }));
  const owners = readdirSync(root).map((name) => [name.split('-')[0], lstatSync(path.join(root, name)).uid]);
  expect(owners.map(([name, uid]) => `${uid}` === name)).toEqual([true, true, true]);
});

test.runIf(isRoot)('a directory that gives its group to what is made in it gives it to no restored file', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  writer.makeDirectory(bytes('d'));
  const grows = path.join(root, Buffer.from(writer.staging).toString(), 'd');
  execFileSync('chgrp', ['4321', grows]);
  chmodSync(grows, 0o2700);
  const directory = bytes('d');
  writeWhole(writer, directory, 'a', entry());
  writeWhole(writer, directory, 'b', entry());
  expect(['a', 'b'].map((name) => lstatSync(path.join(grows, name)).gid)).toEqual([entry().gid, entry().gid]);
});

test('a file that is written in one go is refused a name that is unsafe, taken, or below no directory', () => {
  const place = scratch();
  mkdirSync(path.join(place, 'outside'));
  const writer = openTreeWriter(Buffer.from(path.join(place, 'out')));
  writer.makeOther(bytes('way'), entry({ type: 'symlink', linkTarget: Buffer.from('../outside') }));
  for (const name of ['', '.', '..', 'a/b', '../x', 'a\0b']) {
    expectKind('name-unsafe', () => writer.create([], Buffer.from(name)));
    expectKind('name-unsafe', () => writer.create(bytes(name), Buffer.from('a')));
  }
  expectKind('name-taken', () => writer.create(bytes('way'), Buffer.from('a')));
  expectKind('name-taken', () => writeWhole(writer, [], 'way', entry()));
  expect(readdirSync(path.join(place, 'outside'))).toEqual([]);
  expect(lstatSync(path.join(place, 'out/way')).isSymbolicLink()).toBe(true);
});

test('a file that is dropped does not get its name', () => {
  const root = path.join(scratch(), 'out');
  const writer = openTreeWriter(Buffer.from(root));
  const file = writer.create([], Buffer.from('a'));
  writer.drop(file);
  expect(existsSync(path.join(root, 'a'))).toBe(false);
  expect(() => writeSync(file.descriptor, 'x')).toThrow(/EBADF/);
});

test('two writers of one tree never choose the same temporary name', () => {
  const root = Buffer.from(path.join(scratch(), 'out'));
  const opened = openTreeWriter(root);
  const joined = joinTreeWriter(root, opened.staging);
  const names = [opened, joined, opened, joined].map((writer) =>
    Buffer.from(writer.temporaryFor(bytes('a'))).toString(),
  );
  expect(new Set(names).size).toBe(4);
});

/** A POSIX ACL as the kernel keeps it: version 2, then tag, permissions and id of each entry. */
function acl(...entries: readonly (readonly [tag: number, permissions: number, id: number])[]): Buffer {
  const value = Buffer.alloc(4 + 8 * entries.length);
  value.writeUInt32LE(2, 0);
  for (const [index, [tag, permissions, id]] of entries.entries()) {
    value.writeUInt16LE(tag, 4 + 8 * index);
    value.writeUInt16LE(permissions, 6 + 8 * index);
    value.writeInt32LE(id, 8 + 8 * index);
  }
  return value;
}
