import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../util/clock.ts';
import type { Timer } from '../../../util/timer.ts';
import { StorageError } from '../../storage-error.ts';
import { OWNER_BEAT_MS, OWNER_LOOK_MS, OWNER_SILENCE_MS } from './limits.ts';
import type { S3Objects } from './s3-objects.ts';
import { printS3Place } from './s3-place.ts';

/** No blob has such a name. */
const OWNER = '~owner';

/** Whose a place is. One host has one process on a directory at most: that is locked. */
export interface OwnerName {
  readonly host: string;
  readonly directory: string;
}

interface OwnerNote extends OwnerName {
  readonly session: string;
  readonly beat: number;
  /** For people. */
  readonly at: string;
}

export interface OwnerOptions {
  readonly name: OwnerName;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Another owner's note is there, and only time tells whether it lives. */
  onWait?(other: OwnerName): void;
  /** Another has taken the place: nothing more may be written. Called at most once. */
  onLost?(error: StorageError): void;
  /** Default: those of limits.ts. */
  readonly times?: { readonly beatMs: number; readonly lookMs: number; readonly silenceMs: number };
}

export interface Ownership {
  /** Gives the place free at once, for any other. */
  release(): Promise<void>;
}

/**
 * Takes a place for one process: two that wrote the book of records, or ran each other's jobs, would harm each other. The note of an owner is
 * written with a condition, so of two only one succeeds, and again and again while it lives. No clocks are compared: whoever finds a note
 * watches whether it changes. Throws StorageError `in-use` where it does; one that stays as it is for long enough is taken over, and one of the same host
 * and directory at once. An owner that was stopped for so long (a machine asleep) finds its note changed, and is told.
 */
export async function takeOwnership(objects: S3Objects, options: OwnerOptions): Promise<Ownership> {
  const times = options.times ?? { beatMs: OWNER_BEAT_MS, lookMs: OWNER_LOOK_MS, silenceMs: OWNER_SILENCE_MS };
  const session = randomBytes(12).toString('hex');
  let beat = 0;
  const note = (): Buffer => {
    beat += 1;
    const at = new Date(options.clock.now()).toISOString();
    return Buffer.from(JSON.stringify({ ...options.name, session, beat, at } satisfies OwnerNote));
  };
  let etag = await take(objects, options, { note, ...times });
  let cancel = (): void => undefined;
  let beating: Promise<void> = Promise.resolve();
  let isOurs = true;
  const next = (): void => {
    cancel = options.timer.after(times.beatMs, () => {
      beating = renew();
    });
  };
  const renew = async (): Promise<void> => {
    try {
      const renewed = await objects.put(OWNER, note(), { etag });
      isOurs = renewed !== undefined;
      if (renewed !== undefined) etag = renewed;
    } catch {
      // A store that cannot be reached now takes no other owner either; the next beat will tell.
    }
    if (isOurs) next();
    else options.onLost?.(inUse(objects, await readNote(objects).catch(() => undefined)));
  };
  next();
  return {
    async release() {
      cancel();
      await beating;
      cancel();
      if (isOurs && (await readNote(objects))?.session === session) await objects.delete(OWNER);
    },
  };
}

/** Returns the ETag of our note once it is there. */
async function take(
  objects: S3Objects,
  { name, clock, timer, onWait }: OwnerOptions,
  { note, lookMs, silenceMs }: { note(): Buffer; lookMs: number; silenceMs: number },
): Promise<string> {
  let watched: { readonly etag: string; readonly since: number } | undefined;
  for (;;) {
    const found = await objects.read(OWNER);
    const other = found && parseNote(found.bytes);
    const isSame = other?.host === name.host && other.directory === name.directory;
    const isDead = found && watched?.etag === found.etag && clock.now() - watched.since >= silenceMs;
    if (!found || isSame || isDead) {
      const etag = await objects.put(OWNER, note(), found ? { etag: found.etag } : 'new');
      if (etag !== undefined) return etag;
    } else {
      if (watched && watched.etag !== found.etag) throw inUse(objects, other);
      if (!watched && other) onWait?.(other);
      watched ??= { etag: found.etag, since: clock.now() };
    }
    await new Promise<void>((resolve) => timer.after(lookMs, resolve));
  }
}

async function readNote(objects: S3Objects): Promise<OwnerNote | undefined> {
  const found = await objects.read(OWNER);
  return found && parseNote(found.bytes);
}

/** Nothing where it is none of ours; then only time tells, as of any other. */
function parseNote(bytes: Buffer): OwnerNote | undefined {
  try {
    return JSON.parse(bytes.toString()) as OwnerNote;
  } catch {
    return undefined;
  }
}

function inUse({ place }: S3Objects, other: OwnerNote | undefined): StorageError {
  const { host = 'unknown', directory = 'unknown' } = other ?? {};
  return new StorageError('in-use', { place: printS3Place(place), host, directory });
}
