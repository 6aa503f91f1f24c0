import type { Mark } from './report.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a text, or leaves it as it is where the reader has no colours. Adds no columns. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

export const STYLE_OF: Readonly<Record<Mark, Style>> = {
  ok: 'green',
  broken: 'red',
  unknown: 'yellow',
  remark: 'cyan',
};
