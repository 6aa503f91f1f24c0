import { type FileHandle, open, stat } from 'node:fs/promises';
import { TORN_LINE_MAX_BYTES } from './limits.ts';
import type { Receiver } from './receiver.ts';

/** The log file, one JSON a line. */
export interface EventLog extends Receiver {
  /** Opens the file anew before the next line: for who has moved it away. */
  reopen(): void;
}

/**
 * Appends each message to a file, and has it on disk before it counts as taken. A file that was moved away or deleted is noticed, and a new
 * one is begun.
 */
export function openEventLog(path: string): EventLog {
  let opened: FileHandle | undefined;
  const close = async (): Promise<void> => {
    const file = opened;
    opened = undefined;
    await file?.close();
  };
  let isStale = false;
  return {
    name: 'log',
    async deliver(messages) {
      if (isStale || (opened !== undefined && !(await isStillThere(opened, path)))) await close();
      isStale = false;
      opened ??= await openWhole(path);
      const lines = messages.map(({ body }) => `${JSON.stringify(body)}\n`);
      try {
        await opened.appendFile(lines.join(''));
        await opened.datasync();
      } catch (error) {
        // Half a line may be in it: the next opening takes that away.
        await close().catch(() => undefined);
        throw error;
      }
    },
    reopen() {
      isStale = true;
    },
    close,
  };
}

async function isStillThere(file: FileHandle, path: string): Promise<boolean> {
  const [ours, named] = await Promise.all([
    file.stat({ bigint: true }),
    stat(path, { bigint: true }).catch(() => undefined),
  ]);
  return named?.ino === ours.ino && named.dev === ours.dev;
}

/** Opens the file for appending, without the half line that a crash may have left at its end: that event comes again as a whole. */
async function openWhole(path: string): Promise<FileHandle> {
  const file = await open(path, 'a+', 0o640);
  const { size } = await file.stat();
  const length = Math.min(size, TORN_LINE_MAX_BYTES);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const end = buffer.lastIndexOf(10) + 1;
  // A file with no line's end in its last part is none of ours: it gets one, and loses nothing.
  if (end === 0 && size > 0) await file.appendFile('\n');
  else if (end < length) await file.truncate(size - length + end);
  return file;
}
