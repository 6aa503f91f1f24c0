import type { Mark } from './report.ts';

/** What a report is drawn with. */
export interface Glyphs {
  readonly marks: Readonly<Record<Mark, string>>;
  /** Corners and edges of a box: top left, top right, bottom left, bottom right, across, down. */
  readonly box: readonly [string, string, string, string, string, string];
  readonly arrow: { readonly line: string; readonly head: string; readonly back: string };
  /** Stands before each line of a quotation. */
  readonly bar: string;
  readonly rule: string;
  /** Between words of one line, and for what was left out. */
  readonly dot: string;
  readonly more: string;
}

export const UNICODE: Glyphs = {
  marks: { ok: '✓', broken: '✗', unknown: '?', remark: '!' },
  box: ['┌', '┐', '└', '┘', '─', '│'],
  arrow: { line: '═', head: '▶', back: '◀' },
  bar: '│',
  rule: '─',
  dot: ' · ',
  more: '…',
};

/** For terminals and logs that know no more: every mark is a word's worth of difference, not a shade. */
export const ASCII: Glyphs = {
  marks: { ok: 'ok', broken: 'XX', unknown: '??', remark: '!!' },
  box: ['+', '+', '+', '+', '-', '|'],
  arrow: { line: '=', head: '>', back: '<' },
  bar: '|',
  rule: '-',
  dot: ', ',
  more: '...',
};
