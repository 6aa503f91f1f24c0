/** What one of several listings at once gives: names above `after`, up to and with `upTo`, or to the end. */
export interface ListPart {
  readonly after: string;
  readonly upTo: string | undefined;
}

const folders = 256;

/**
 * How what lies behind the first page of a list can be listed in several parts at once: by the two hexadecimal digits that begin a pack's name (FORMAT.md 1), in parts of
 * as many names, since those are random. One part, what is left, where the names have others. Nothing where the page is not in order: such stores (S3's
 * directory buckets) know no place to begin at.
 */
export function partsBehind(
  page: readonly string[],
  { prefix, max }: { prefix: string; max: number },
): ListPart[] | undefined {
  if (page.some((name, index) => index > 0 && name <= page[index - 1]!)) return undefined;
  const last = page.at(-1);
  if (last === undefined) return undefined;
  const digits = /^[0-9a-f]{2}(?=\/)/.exec(last.slice(prefix.length))?.[0];
  if (digits === undefined) return [{ after: last, upTo: undefined }];
  const listed = Number.parseInt(digits, 16);
  const left = folders - listed;
  // A page that is all in the first folder tells of at least as many more for each other one.
  const pagesLeft = Math.ceil(left / (listed + 1));
  const count = Math.min(max, pagesLeft, left);
  const bounds = Array.from({ length: count - 1 }, (_, part) => {
    const folder = listed + Math.round(((part + 1) * left) / count);
    return prefix + folder.toString(16).padStart(2, '0');
  });
  return [last, ...bounds].map((after, part) => ({ after, upTo: bounds[part] }));
}
