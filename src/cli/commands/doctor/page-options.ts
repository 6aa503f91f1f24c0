import { ASCII, UNICODE } from '../../../report/glyphs.ts';
import { REPORT_WIDTH } from '../../../report/limits.ts';
import type { PageOptions } from '../../../report/page.ts';
import { paint } from '../../terminal.ts';

/** Lines longer than this are tiring to read, however wide the terminal. */
const WIDTH_MAX = 100;
/** The drawing of the chain needs as much. */
const WIDTH_MIN = 72;

/** The terminal as a report sees it: its width within reason, colours where it has them, letters alone where it knows no more. */
export function pageOptions({
  ascii = false,
  full = false,
}: {
  readonly ascii?: boolean;
  readonly full?: boolean;
}): PageOptions {
  const columns = process.stdout.columns || REPORT_WIDTH;
  return {
    width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns)),
    glyphs: ascii || !isUnicode() ? ASCII : UNICODE,
    paint,
    isFull: full,
  };
}

/** A locale that is set and names no UTF-8 (`C`, `POSIX`) is meant. One that is not set at all says nothing: files and pipes take UTF-8. */
function isUnicode(): boolean {
  const locale = process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || '';
  return locale === '' || process.stdout.isTTY !== true || /utf-?8/i.test(locale);
}
