import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PAGE = 4096;
/** Pages whose place is asked for at once. */
const PAGES_AT_ONCE = 65_536;
/** Bit 63 of a page's entry: it is in memory; bit 62: it is swapped out. */
const IS_THERE = 0b1100_0000;

/** What lies in the writable memory of a process, piece by piece: Linux's /proc, and only what it really has of what it has reserved. */
export function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const pages = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const found = /^([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ \d+\s*([^/]*)$/.exec(line);
      if (found === null || found[3]!.startsWith('[v')) continue;
      const region = { start: Number.parseInt(found[1]!, 16), end: Number.parseInt(found[2]!, 16) };
      for (const { start, end } of filled(pages, region)) {
        const bytes = Buffer.allocUnsafe(end - start);
        yield bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, start));
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
}

/** The runs of pages that are filled. */
function* filled(
  pages: number,
  { start, end }: { start: number; end: number },
): Generator<{ start: number; end: number }> {
  for (let at = start; at < end; at += PAGES_AT_ONCE * PAGE) {
    const count = Math.min(PAGES_AT_ONCE, (end - at) / PAGE);
    const entries = Buffer.alloc(count * 8);
    readSync(pages, entries, 0, entries.length, (at / PAGE) * 8);
    let first: number | undefined;
    for (let page = 0; page <= count; page += 1) {
      const isThere = page < count && (entries[page * 8 + 7]! & IS_THERE) !== 0;
      if (isThere) first ??= page;
      else if (first !== undefined) {
        yield { start: at + first * PAGE, end: at + page * PAGE };
        first = undefined;
      }
    }
  }
}
