/** Scripts whose characters take two columns of a terminal, and the full-width forms of others. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
/** Marks that stand on the character before them, and what is not printed at all. */
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns of a terminal a text takes: two for each character of Chinese, Japanese and Korean. Knows no control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : NARROW.test(character) ? 0 : 1;
  return width;
}

export const isWide = (character: string): boolean => WIDE.test(character);

/** The text with as many spaces behind it as make it `width` columns; a longer one as it is. */
export const padDisplay = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));
