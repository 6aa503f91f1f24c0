import { Buffer } from 'node:buffer';
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';

// A second reader of vaults, slow and obvious, written from src/engine/FORMAT.md alone: it shares no line with the engine.

export interface TwinEntry {
  readonly path: string;
  readonly type: number;
  readonly mode: number;
  readonly mtimeNs: bigint;
  readonly hardLink: string | undefined;
  /** Of a file. */
  readonly bytes?: Buffer;
  /** Of a symbolic link. */
  readonly target?: Buffer;
}

export interface TwinPoint {
  readonly about: ReadonlyMap<string, string>;
  readonly nature: number;
  /** Of a directory, the root first; names are joined by `/` in latin1. */
  readonly entries: readonly TwinEntry[];
  /** Of a disk image. */
  readonly image?: Buffer;
}

interface Place {
  readonly packId: string;
  readonly keyId: string;
  readonly offset: number;
  readonly ordinal: number;
  readonly hash: Buffer;
  readonly kind: number;
  readonly flags: number;
  readonly plainLength: number;
  readonly sealedLength: number;
}

type Chunk = { hash: string; length: number };
type Piece = { length: number; chunk?: Chunk; offset: number };

/** Reads one recovery point. `blobs` are a domain's, by their names below its prefix; `unwrap` opens a wrapped data key. */
export function readVault(
  blobs: ReadonlyMap<string, Buffer>,
  unwrap: (wrapped: Buffer) => Buffer,
  manifestId: string,
): TwinPoint {
  const keys = openHead(need(blobs.get('head'), 'head'), unwrap);
  const places = new Map<string, Place>();
  for (const [name, bytes] of blobs) {
    if (name.startsWith('index/')) readSegment(openSealed(keys, 'XVLTINDX', 'index', name, bytes), places);
  }
  const name = `manifests/${manifestId}`;
  const body = new Cursor(openSealed(keys, 'XVLTMANI', 'manifest', name, need(blobs.get(name), name)));
  return new Tree(blobs, keys, places).point(body);
}

function openHead(head: Buffer, unwrap: (wrapped: Buffer) => Buffer): Map<string, Buffer> {
  const cursor = new Cursor(head);
  same(cursor.raw(8).toString(), 'XVLTHEAD');
  same(cursor.uint(2), 1);
  cursor.bytes();
  const keys = new Map<string, Buffer>();
  let last: Buffer | undefined;
  for (let left = cursor.varint(); left > 0; left -= 1) {
    const keyId = cursor.raw(16).toString('hex');
    last = unwrap(cursor.bytes());
    keys.set(keyId, last);
  }
  const salt = cursor.raw(16);
  const additional = head.subarray(0, cursor.at);
  open(derive(need(last, 'a slot'), salt, 'crossvault head v1'), Buffer.alloc(12), additional, cursor.raw(48));
  return keys;
}

function openSealed(keys: Map<string, Buffer>, magic: string, purpose: string, name: string, blob: Buffer): Buffer {
  const { keyId, salt } = header(blob, magic);
  const key = derive(need(keys.get(keyId), 'a data key'), salt, `crossvault ${purpose} v1`);
  return open(key, Buffer.alloc(12), Buffer.concat([blob.subarray(0, 42), Buffer.from(name)]), blob.subarray(42));
}

function header(blob: Buffer, magic: string): { keyId: string; salt: Buffer } {
  same(blob.toString('latin1', 0, 8), magic);
  same(blob.readUInt16LE(8), 1);
  return { keyId: blob.toString('hex', 10, 26), salt: blob.subarray(26, 42) };
}

function readSegment(body: Buffer, places: Map<string, Place>): void {
  const cursor = new Cursor(body);
  for (let packs = cursor.varint(); packs > 0; packs -= 1) {
    const packId = cursor.raw(16).toString('hex');
    const keyId = cursor.raw(16).toString('hex');
    let offset = 42;
    const count = cursor.varint();
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const hash = cursor.raw(32);
      const [kind, flags, plainLength, sealedLength] = [1, 1, 4, 4].map((size) => cursor.uint(size)) as [
        number,
        number,
        number,
        number,
      ];
      const place = { packId, keyId, offset, ordinal, hash, kind, flags: flags & 1, plainLength, sealedLength };
      // Withdrawn chunks are for nobody.
      if ((flags & 2) === 0) places.set(hash.toString('hex'), place);
      offset += sealedLength;
    }
  }
  // What follows (parents, what is condemned) is no reader's business.
}

class Tree {
  readonly #blobs: ReadonlyMap<string, Buffer>;
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #entries: TwinEntry[] = [];

  constructor(
    blobs: ReadonlyMap<string, Buffer>,
    keys: ReadonlyMap<string, Buffer>,
    places: ReadonlyMap<string, Place>,
  ) {
    this.#blobs = blobs;
    this.#keys = keys;
    this.#places = places;
  }

  point(body: Cursor): TwinPoint {
    same(body.varint(), 1);
    const nature = body.uint(1);
    const about = new Map<string, string>();
    for (let left = body.varint(); left > 0; left -= 1) about.set(body.bytes().toString(), body.bytes().toString());
    body.varint();
    for (let left = body.varint(); left > 0; left -= 1) for (let part = 0; part < 3; part += 1) body.bytes();
    if (nature === 1) {
      this.#entry(body, [], '');
      return { about, nature, entries: this.#entries };
    }
    const size = body.varint();
    body.raw(24);
    const image = this.#content(body, []);
    same(image.length, size);
    return { about, nature, entries: [], image };
  }

  #chunk(hash: string): Buffer {
    const place = need(this.#places.get(hash), 'a place for the chunk');
    const pack = need(this.#blobs.get(`packs/${place.packId.slice(0, 2)}/${place.packId}`), 'a pack');
    same(header(pack, 'XVLTPACK').keyId, place.keyId);
    const key = derive(need(this.#keys.get(place.keyId), 'a data key'), pack.subarray(26, 42), 'crossvault pack v1');
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64LE(BigInt(place.ordinal), 4);
    const additional = Buffer.alloc(38);
    place.hash.copy(additional);
    additional[32] = place.kind;
    additional[33] = place.flags;
    additional.writeUInt32LE(place.plainLength, 34);
    const stored = open(key, nonce, additional, pack.subarray(place.offset, place.offset + place.sealedLength));
    const plain = place.flags === 1 ? zstdDecompressSync(stored) : stored;
    same(plain.length, place.plainLength);
    return plain;
  }

  #table(cursor: Cursor): Chunk[] {
    return Array.from({ length: cursor.varint() }, () => {
      const chunk = { hash: cursor.raw(32).toString('hex'), length: cursor.varint() };
      cursor.varint();
      return chunk;
    });
  }

  /** Gives the hash; the rest is for reports. */
  #ref(cursor: Cursor): string {
    const hash = cursor.raw(32).toString('hex');
    for (let number = 0; number < 6; number += 1) cursor.varint();
    return hash;
  }

  #content(cursor: Cursor, table: readonly Chunk[]): Buffer {
    const pieces = cursor.uint(1) === 1 ? this.#listed(this.#ref(cursor)) : this.#pieces(cursor, table);
    return Buffer.concat(
      pieces.map(({ chunk, offset, length }) =>
        chunk ? this.#chunk(chunk.hash).subarray(offset, offset + length) : Buffer.alloc(length),
      ),
    );
  }

  #listed(hash: string): Piece[] {
    const cursor = new Cursor(this.#chunk(hash));
    const type = cursor.uint(1);
    if (type === 4)
      return Array.from({ length: cursor.varint() }, () => this.#ref(cursor)).flatMap((one) => this.#listed(one));
    same(type, 3);
    return this.#pieces(cursor, this.#table(cursor));
  }

  #pieces(cursor: Cursor, table: readonly Chunk[]): Piece[] {
    return Array.from({ length: cursor.varint() }, () => {
      const word = cursor.varint();
      if (word === 0) return { length: cursor.varint(), offset: 0 };
      const chunk = need(table[(word >> 1) - 1], 'a chunk of the table');
      if (word % 2 === 0) return { chunk, offset: 0, length: chunk.length };
      const offset = cursor.varint();
      return { chunk, offset, length: cursor.varint() };
    });
  }

  #page(cursor: Cursor, path: string): void {
    const type = cursor.uint(1);
    if (type === 2) {
      for (let left = cursor.varint(); left > 0; left -= 1)
        this.#page(new Cursor(this.#chunk(this.#ref(cursor))), path);
      return;
    }
    same(type, 1);
    const table = this.#table(cursor);
    for (let left = cursor.varint(); left > 0; left -= 1) this.#entry(cursor, table, path);
  }

  #entry(cursor: Cursor, table: readonly Chunk[], folder: string): void {
    const name = cursor.bytes().toString('latin1');
    const path = folder === '' ? name : `${folder}/${name}`;
    const type = cursor.uint(1);
    const flags = cursor.uint(1);
    const mode = cursor.varint();
    cursor.varint();
    cursor.varint();
    const mtimeNs = cursor.raw(8).readBigInt64LE();
    cursor.raw(16);
    const size = cursor.varint();
    if ((flags & 1) !== 0) for (let left = cursor.varint() * 2; left > 0; left -= 1) cursor.bytes();
    const hardLink = (flags & 2) === 0 ? undefined : cursor.bytes().toString();
    const entry = { path, type, mode, mtimeNs, hardLink };
    if (type === 1) {
      const bytes = this.#content(cursor, table);
      same(bytes.length, size);
      this.#entries.push({ ...entry, bytes });
    } else if (type === 3) this.#entries.push({ ...entry, target: cursor.bytes() });
    else this.#entries.push(entry);
    if (type === 6 || type === 7) for (let part = 0; part < 2; part += 1) cursor.varint();
    if (type !== 2) return;
    this.#page(new Cursor(cursor.uint(1) === 0 ? cursor.bytes() : this.#chunk(this.#ref(cursor))), path);
  }
}

class Cursor {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  raw(length: number): Buffer {
    const bytes = this.#bytes.subarray(this.at, this.at + length);
    same(bytes.length, length);
    this.at += length;
    return bytes;
  }

  uint(size: number): number {
    return this.raw(size).readUIntLE(0, size);
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.uint(1);
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  bytes(): Buffer {
    return this.raw(this.varint());
  }
}

function derive(dataKey: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, info, 32));
}

/** Throws where the tag does not fit. */
function open(key: Buffer, nonce: Buffer, additional: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}

function same(one: unknown, other: unknown): void {
  if (one !== other) throw new Error(`${one} is not ${other}`);
}
