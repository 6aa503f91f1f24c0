import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type StorageClass,
} from '@aws-sdk/client-s3';
import { giveBack } from '../../../util/give-back.ts';
import { StorageError } from '../../storage-error.ts';
import {
  BODY_TRIES_MAX,
  CONFLICT_TRIES_MAX,
  CONNECT_TIMEOUT_MS,
  CONNECTIONS_MAX,
  LIST_PAGE_MAX,
  LISTS_MAX,
  REQUEST_TRIES_MAX,
  SILENCE_TIMEOUT_MS,
} from './limits.ts';
import { type ListPart, partsBehind } from './list-parts.ts';
import { fromS3Error } from './s3-error.ts';
import type { S3Place } from './s3-place.ts';

interface ListedObject {
  readonly name: string;
  readonly sizeBytes: number;
}

interface ObjectRange {
  readonly offset: number;
  readonly length: number;
}

/** When a put may happen: where no object has the name, or where it is still the one with this ETag. */
export type PutCondition = 'new' | { readonly etag: string };

/** Tells a put's own object from another's: a repeated put may meet what its first try has stored, when only the answer was lost. */
const WRITE_MARK = 'crossvault-write';

/**
 * Objects below a place's prefix, by their names in it. Each request is tried again where that may help, and throws StorageError. A body
 * travels with its SHA-256 in the signature, so that a store takes it whole and unchanged or not at all.
 */
export class S3Objects {
  readonly place: S3Place;
  readonly #client: S3Client;
  readonly #root: string;
  #areEtagsBare = false;

  constructor(place: S3Place) {
    const { endpoint, region, profile, isPathStyle, checksums, prefix } = place;
    this.place = place;
    this.#root = prefix === '' ? '' : `${prefix}/`;
    this.#client = new S3Client({
      ...(endpoint !== undefined && { endpoint }),
      // A store of one's own has no Regions, and yet signatures need the name of one.
      ...(region !== undefined ? { region } : endpoint !== undefined && { region: 'us-east-1' }),
      ...(profile !== undefined && { profile }),
      forcePathStyle: isPathStyle,
      maxAttempts: REQUEST_TRIES_MAX,
      retryMode: 'adaptive',
      requestChecksumCalculation: checksums === 'when-required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED',
      // What is read is authenticated by whoever opens it, range by range; the store's checksums cover whole objects only.
      responseChecksumValidation: 'WHEN_REQUIRED',
      // It would cost each pack a way there and back, to save the body of one that is refused.
      expectContinueHeader: false,
      requestHandler: {
        connectionTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: SILENCE_TIMEOUT_MS,
        httpAgent: { keepAlive: true, maxSockets: CONNECTIONS_MAX },
        httpsAgent: { keepAlive: true, maxSockets: CONNECTIONS_MAX },
      },
    });
  }

  /** The new object's ETag; nothing where the condition does not hold. */
  async put(name: string, body: Uint8Array, condition?: PutCondition): Promise<string | undefined> {
    const mark = randomBytes(12).toString('hex');
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#send('s3:PutObject', name, () => this.#putOnce(name, body, { mark, condition }));
      } catch (error) {
        const status = error instanceof StorageError ? error.facts['status'] : undefined;
        if (status !== 412 && status !== 409) throw error;
        if (status === 409 && tries < CONFLICT_TRIES_MAX) continue;
        const there = await this.#head(name);
        if (there?.Metadata?.[WRITE_MARK] === mark) return there.ETag ?? '';
        if (status === 409 && !there) throw error;
        if (!this.#isRefusedUnread(there?.ETag, condition)) return undefined;
        this.#areEtagsBare = true;
      }
    }
  }

  /** Throws `blob-missing`, `blob-truncated`. */
  async get(name: string, range?: ObjectRange): Promise<Buffer> {
    return range?.length === 0 ? await this.#nothingAt(name, range.offset) : (await this.#getWhole(name, range)).bytes;
  }

  /** Fills `target` from `offset`. Throws as `get` does. */
  async getInto(name: string, offset: number, target: Uint8Array): Promise<void> {
    const { length } = target;
    if (length === 0) await this.#nothingAt(name, offset);
    else await this.#getWhole(name, { offset, length }, target);
  }

  /** The whole object with its ETag; nothing where there is none. */
  async read(name: string): Promise<{ readonly bytes: Buffer; readonly etag: string } | undefined> {
    try {
      return await this.#getWhole(name);
    } catch (error) {
      if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
      throw error;
    }
  }

  /** In bytes; nothing where there is no such object. */
  async size(name: string): Promise<number | undefined> {
    const found = await this.#head(name);
    return found && (found.ContentLength ?? 0);
  }

  async delete(name: string): Promise<void> {
    const input = { Bucket: this.place.bucket, Key: this.#root + name };
    await this.#send('s3:DeleteObject', name, () => this.#client.send(new DeleteObjectCommand(input)));
  }

  /**
   * Names that begin with `prefix`, in no promised order. `pageSize`: of one request. Behind the first page several parts are listed at once, where the
   * store lists in order: one request waits for the last one's answer.
   */
  async *list(prefix: string, { pageSize = LIST_PAGE_MAX } = {}): AsyncGenerator<ListedObject> {
    const first = await this.#page(prefix, { pageSize });
    yield* first.objects;
    if (first.next === undefined) return;
    const names = first.objects.map(({ name }) => name);
    const parts = partsBehind(names, { prefix, max: LISTS_MAX });
    if (parts === undefined) {
      for (let next: string | undefined = first.next; next !== undefined; ) {
        const page = await this.#page(prefix, { pageSize, token: next });
        yield* page.objects;
        next = page.next;
      }
      return;
    }
    for (const found of await Promise.all(parts.map((part) => this.#part(prefix, { pageSize, part })))) yield* found;
  }

  async #part(prefix: string, { pageSize, part }: { pageSize: number; part: ListPart }): Promise<ListedObject[]> {
    const { after, upTo } = part;
    const found: ListedObject[] = [];
    for (let token: string | undefined; ; ) {
      const { objects, next } = await this.#page(prefix, {
        pageSize,
        ...(token === undefined ? { after } : { token }),
      });
      // A store that does not heed where to begin only costs time.
      found.push(...objects.filter(({ name }) => name > after && (upTo === undefined || name <= upTo)));
      const isBehind = upTo !== undefined && (objects.at(-1)?.name ?? '') > upTo;
      if (next === undefined || isBehind) return found;
      token = next;
    }
  }

  /** `after`: a name to begin behind; `token`: what the page before gave as `next`. */
  async #page(
    prefix: string,
    { pageSize, after, token }: { pageSize: number; after?: string; token?: string },
  ): Promise<{ objects: ListedObject[]; next: string | undefined }> {
    const { Contents, IsTruncated, NextContinuationToken } = await this.#send('s3:ListBucket', undefined, () =>
      this.#client.send(
        new ListObjectsV2Command({
          Bucket: this.place.bucket,
          Prefix: this.#root + prefix,
          MaxKeys: pageSize,
          ...(after !== undefined && { StartAfter: this.#root + after }),
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      ),
    );
    const objects = (Contents ?? []).map(({ Key = '', Size = 0 }) => ({
      name: Key.slice(this.#root.length),
      sizeBytes: Size,
    }));
    return { objects, next: IsTruncated === true ? NextContinuationToken : undefined };
  }

  /** Gives the connections back. */
  close(): void {
    this.#client.destroy();
  }

  async #putOnce(
    name: string,
    body: Uint8Array,
    { mark, condition }: { mark: string; condition: PutCondition | undefined },
  ): Promise<string> {
    const { bucket, storageClass } = this.place;
    const { ETag = '' } = await this.#client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: this.#root + name,
        Body: body,
        ContentLength: body.length,
        Metadata: { [WRITE_MARK]: mark },
        ...(storageClass !== undefined && { StorageClass: storageClass as StorageClass }),
        ...(condition === 'new' && { IfNoneMatch: '*' }),
        ...(condition !== undefined &&
          condition !== 'new' && { IfMatch: this.#areEtagsBare ? bare(condition.etag) : condition.etag }),
      }),
    );
    return ETag;
  }

  /** Some stores (Ceph before 17) compare a condition's ETag as it comes with their own, which has no quotes. */
  #isRefusedUnread(etag: string | undefined, condition: PutCondition | undefined): boolean {
    return condition !== undefined && condition !== 'new' && etag === condition.etag && !this.#areEtagsBare;
  }

  async #head(name: string) {
    const input = { Bucket: this.place.bucket, Key: this.#root + name };
    try {
      return await this.#send('s3:GetObject', name, () => this.#client.send(new HeadObjectCommand(input)));
    } catch (error) {
      if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
      throw error;
    }
  }

  /** Into `target`, which has the range's length, or into a buffer of its own. */
  async #getWhole(name: string, range?: ObjectRange, target?: Uint8Array): Promise<{ bytes: Buffer; etag: string }> {
    for (let tries = 1; ; tries += 1) {
      const isLast = tries >= BODY_TRIES_MAX;
      const found = await this.#send('s3:GetObject', name, () => this.#getOnce(name, { range, target, isLast }));
      if (found !== undefined) return found;
    }
  }

  /** Nothing where the body broke off and is to be asked for again. */
  async #getOnce(
    name: string,
    { range, target, isLast }: { range: ObjectRange | undefined; target: Uint8Array | undefined; isLast: boolean },
  ): Promise<{ bytes: Buffer; etag: string } | undefined> {
    const answer = await this.#client.send(
      new GetObjectCommand({
        Bucket: this.place.bucket,
        Key: this.#root + name,
        ...(range && { Range: `bytes=${range.offset}-${range.offset + range.length - 1}` }),
      }),
    );
    const length = answer.ContentLength ?? 0;
    if (range && length < range.length) {
      (answer.Body as Readable | undefined)?.destroy();
      throw new StorageError('blob-truncated', { name, ...range });
    }
    const bytes = target
      ? Buffer.from(target.buffer, target.byteOffset, target.length)
      : Buffer.allocUnsafeSlow(range?.length ?? length);
    try {
      const isWhole = await fills(bytes, answer.Body as Readable);
      if (isWhole) return { bytes, etag: answer.ETag ?? '' };
      if (isLast) throw new StorageError('io', { name, bucket: this.place.bucket, code: 'body-broken' });
    } catch (error) {
      if (isLast) throw error;
    }
    return undefined;
  }

  /** No range of a request is empty. */
  async #nothingAt(name: string, offset: number): Promise<Buffer> {
    const size = await this.size(name);
    if (size === undefined) throw new StorageError('blob-missing', { name });
    if (offset > size) throw new StorageError('blob-truncated', { name, offset, length: 0 });
    return Buffer.alloc(0);
  }

  async #send<Answer>(right: string, key: string | undefined, request: () => Promise<Answer>): Promise<Answer> {
    try {
      return await request();
    } catch (error) {
      throw fromS3Error(error, { bucket: this.place.bucket, right, ...(key !== undefined && { key }) });
    }
  }
}

const bare = (etag: string): string => etag.replaceAll('"', '');

/**
 * Whether a body has just the bytes that were announced. It is taken as it comes, and each piece given back at once: as garbage, the pieces of a
 * copy held 50 MiB. Throws what broke the body off.
 */
async function fills(into: Buffer, body: Readable): Promise<boolean> {
  let done = 0;
  body.on('data', (piece: Buffer) => {
    if (piece.length <= into.length - done) into.set(piece, done);
    done += piece.length;
    giveBack(piece);
  });
  await finished(body);
  return done === into.length;
}
