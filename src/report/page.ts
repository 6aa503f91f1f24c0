import { displayWidth, padDisplay } from '../util/display-width.ts';
import { printable } from '../util/printable.ts';
import { wrapText } from '../util/wrap-text.ts';
import { type Language, say, type Text, type TextId, text } from '../words/text.ts';
import type { Glyphs } from './glyphs.ts';
import { type Paint, STYLE_OF, type Style } from './paint.ts';
import type { Mark } from './report.ts';

export interface PageOptions {
  readonly width: number;
  readonly glyphs: Glyphs;
  readonly paint: Paint;
  /** Remarks with their evidence and reasons, and the commands of AWS's documented way beside the smallest. */
  readonly isFull?: boolean;
}

interface Setting {
  /** Columns before the text. */
  readonly indent: number;
  readonly style?: Style;
}

/** A page that is written line by line, in one language. No line is wider than the page, but what is set verbatim. */
export class Page {
  readonly lines: string[] = [];
  readonly language: Language;
  readonly options: PageOptions;

  constructor(language: Language, options: PageOptions) {
    this.language = language;
    this.options = options;
  }

  say(id: TextId, parts: Text['parts'] = {}): string {
    return say(text(id, parts), this.language);
  }

  paint(style: Style, words: string): string {
    return this.options.paint(style, words);
  }

  put(words: string, { indent, style }: Setting): void {
    for (const line of wrapText(printable(words), this.options.width - indent)) {
      this.lines.push(`${' '.repeat(indent)}${style ? this.paint(style, line) : line}`);
    }
  }

  /** A text behind a label; what does not fit goes on under the text. */
  labelled(
    label: string,
    words: string,
    { indent, style, labelWidth }: Setting & { readonly labelWidth: number },
  ): void {
    for (const [place, line] of wrapText(printable(words), this.options.width - indent - labelWidth).entries()) {
      const head = this.paint('dim', padDisplay(place === 0 ? label : '', labelWidth));
      this.lines.push(`${' '.repeat(indent)}${head}${style ? this.paint(style, line) : line}`.trimEnd());
    }
  }

  /** A text behind a mark, and before that perhaps a number. */
  marked(mark: Mark, words: string, { indent, before = '', style }: Setting & { readonly before?: string }): void {
    const sign = this.options.glyphs.marks[mark];
    const hang = indent + displayWidth(before) + displayWidth(sign) + 1;
    for (const [place, line] of wrapText(printable(words), this.options.width - hang).entries()) {
      const head = `${' '.repeat(indent)}${before}${this.paint(STYLE_OF[mark], sign)} `;
      this.lines.push(`${place === 0 ? head : ' '.repeat(hang)}${style ? this.paint(style, line) : line}`);
    }
  }

  /** To be copied by the reader: not wrapped, however long. */
  verbatim(words: string, { indent, style }: Setting): void {
    for (const line of printable(words).split('\n')) {
      this.lines.push(line === '' ? '' : `${' '.repeat(indent)}${style ? this.paint(style, line) : line}`);
    }
  }

  heading(words: string): void {
    const rule = this.options.glyphs.rule.repeat(Math.max(0, this.options.width - 3 - displayWidth(words)));
    this.lines.push(` ${this.paint('bold', words)} ${this.paint('dim', rule)}`);
  }

  /** One empty line, never two, and none at the top. */
  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }
}
