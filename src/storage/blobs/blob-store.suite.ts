import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from './blob-store.ts';

export interface OpenedBlobs {
  readonly blobs: BlobStore;
  close(): Promise<void> | void;
}

/** What every adapter of BlobStore must do. */
export function blobStoreSuite(adapter: string, open: () => Promise<OpenedBlobs> | OpenedBlobs): void {
  describe(`${adapter} keeps the contract of blobs`, () => {
    let opened: OpenedBlobs;
    let blobs: BlobStore;
    beforeEach(async () => {
      opened = await open();
      blobs = opened.blobs;
    });
    afterEach(() => opened.close());

    const names = async (prefix: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const { name, sizeBytes } of blobs.list(prefix)) found.push(`${name} ${sizeBytes}`);
      return found.sort();
    };
    const text = async (name: string): Promise<string> => Buffer.from(await blobs.get(name)).toString();

    test('a blob comes back as it was put, whole or in part', async () => {
      await blobs.put('packs/a/b', [Buffer.from('one '), Buffer.from('two'), Buffer.alloc(0)]);
      expect(await text('packs/a/b')).toBe('one two');
      const part = await blobs.get('packs/a/b', { offset: 4, length: 3 });
      expect(Buffer.from(part).toString()).toBe('two');
      expect(await blobs.size('packs/a/b')).toBe(7);
    });

    test('an empty blob is a blob', async () => {
      await blobs.put('empty', Buffer.alloc(0));
      expect(await blobs.size('empty')).toBe(0);
      expect(await text('empty')).toBe('');
    });

    test('what is got is the caller’s own', async () => {
      await blobs.put('own', Buffer.from('mine'));
      (await blobs.get('own')).fill(0);
      expect(await text('own')).toBe('mine');
    });

    test('put refuses a name that exists and leaves it as it was', async () => {
      await blobs.put('twice', Buffer.from('first'));
      await expect(blobs.put('twice', Buffer.from('second'))).rejects.toMatchObject({ kind: 'blob-exists' });
      expect(await text('twice')).toBe('first');
    });

    test('of two puts at once exactly one succeeds', async () => {
      const puts = await Promise.allSettled(['one', 'two'].map((word) => blobs.put('race', Buffer.from(word))));
      expect(puts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(['one', 'two']).toContain(await text('race'));
    });

    test('replace creates and replaces', async () => {
      await blobs.replace('head', Buffer.from('one'));
      await blobs.replace('head', Buffer.from('two'));
      expect(await text('head')).toBe('two');
    });

    test('what is not there is missing, and has no size', async () => {
      await expect(blobs.get('no/where')).rejects.toMatchObject({ kind: 'blob-missing' });
      expect(await blobs.size('no/where')).toBeUndefined();
      await blobs.put('some', Buffer.from('x'));
      await expect(blobs.get('some/where')).rejects.toMatchObject({ kind: 'blob-missing' });
    });

    test('a range beyond the end is truncated', async () => {
      await blobs.put('short', Buffer.from('short'));
      const range = { offset: 3, length: 3 };
      await expect(blobs.get('short', range)).rejects.toMatchObject({ kind: 'blob-truncated' });
    });

    test('a list has what begins with its prefix, and only that', async () => {
      for (const name of ['a/1', 'a/b/2', 'ab/3', 'c']) await blobs.put(name, Buffer.from(name));
      expect(await names('a/')).toEqual(['a/1 3', 'a/b/2 5']);
      expect(await names('')).toEqual(['a/1 3', 'a/b/2 5', 'ab/3 4', 'c 1']);
      expect(await names('nothing/')).toEqual([]);
    });

    test('delete removes, and does not mind what is gone', async () => {
      await blobs.put('a/gone', Buffer.from('x'));
      await blobs.delete('a/gone');
      await blobs.delete('a/gone');
      expect(await blobs.size('a/gone')).toBeUndefined();
      expect(await names('')).toEqual([]);
    });

    test.each(['../out', 'a/../../out', '/etc/passwd', 'a//b', '.', '..', 'a/.', '', 'a b', 'ä', 'a\0b', 'a\\b', '~x'])(
      'the name %j is refused',
      async (name) => {
        const refused = { kind: 'blob-name-invalid' };
        await expect(blobs.put(name, Buffer.from('x'))).rejects.toMatchObject(refused);
        await expect(blobs.replace(name, Buffer.from('x'))).rejects.toMatchObject(refused);
        await expect(blobs.get(name)).rejects.toMatchObject(refused);
        await expect(blobs.size(name)).rejects.toMatchObject(refused);
        await expect(blobs.delete(name)).rejects.toMatchObject(refused);
      },
    );

    test('names, where there is a cheaper way to them, are those that list tells', async () => {
      for (const name of ['a/b/c', 'a/d', 'e']) await blobs.put(name, Buffer.from('x'));
      if (!blobs.names) return;
      expect((await blobs.names('a/')).sort()).toEqual(['a/b/c', 'a/d']);
      expect((await blobs.names('')).sort()).toEqual(['a/b/c', 'a/d', 'e']);
      expect(await blobs.names('none/')).toEqual([]);
    });

    test('readInto, where there is one, reads what get reads', async () => {
      await blobs.put('into', Buffer.from('0123456789'));
      const target = Buffer.alloc(4);
      if (!blobs.readInto) return;
      blobs.readInto('into', 3, target);
      expect(target.toString()).toBe('3456');
      expect(() => blobs.readInto?.('into', 8, target)).toThrow('blob-truncated');
      expect(() => blobs.readInto?.('no', 0, target)).toThrow('blob-missing');
      expect(() => blobs.readInto?.('../no', 0, target)).toThrow('blob-name-invalid');
    });

    test('fetchInto, where there is one, reads what get reads', async () => {
      await blobs.put('into', Buffer.from('0123456789'));
      const target = Buffer.alloc(4);
      if (!blobs.fetchInto) return;
      await blobs.fetchInto('into', 3, target);
      expect(target.toString()).toBe('3456');
      await blobs.fetchInto('into', 10, Buffer.alloc(0));
      await expect(blobs.fetchInto('into', 8, target)).rejects.toMatchObject({ kind: 'blob-truncated' });
      await expect(blobs.fetchInto('no', 0, target)).rejects.toMatchObject({ kind: 'blob-missing' });
      await expect(blobs.fetchInto('../no', 0, target)).rejects.toMatchObject({ kind: 'blob-name-invalid' });
    });

    test.each([false, true])(
      'begin, where there is one, stores what comes in pieces, and shows nothing before it is finished (past the cache: %s)',
      async (pastCache) => {
        if (!blobs.begin) return;
        const piece = Buffer.from('one ');
        const writer = await blobs.begin('pieces/a', { pastCache });
        await writer.write(piece);
        piece.fill(0);
        await writer.write(Buffer.alloc(5_000_000, 'two'));
        expect(await names('')).toEqual([]);
        await writer.finish();
        expect(await text('pieces/a')).toBe(`one ${Buffer.alloc(5_000_000, 'two')}`);
        const second = await blobs.begin('pieces/a', { pastCache });
        await second.write(piece);
        await expect(second.finish()).rejects.toMatchObject({ kind: 'blob-exists' });
        expect(await blobs.size('pieces/a')).toBe(5_000_004);
        await expect(blobs.begin('../out')).rejects.toMatchObject({ kind: 'blob-name-invalid' });
      },
    );

    test.each([false, true])('nothing is left of a blob that is abandoned (past the cache: %s)', async (pastCache) => {
      if (!blobs.begin) return;
      const writer = await blobs.begin('pieces/b', { pastCache });
      await writer.write(Buffer.alloc(3_000_001, 'one'));
      await writer.abandon();
      expect(await names('')).toEqual([]);
      await blobs.put('pieces/b', Buffer.from('two'));
      expect(await text('pieces/b')).toBe('two');
    });
  });
}
