import { displayWidth, isWide } from './display-width.ts';

/** Characters that may not begin a line in Chinese and Japanese: what closes, and what lengthens the sound before it. */
const CLOSING = /[、。，．！？：；」』）】〉》・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]/;
/** Characters that may not end one. */
const OPENING = /[「『（【〈《(]/;

/**
 * Lines of at most `width` columns. Breaks at spaces, and between the characters of Chinese and Japanese where their rules let a line
 * end. A word that is longer than a line (an ARN) is broken after a colon or slash where it has one. A line break in the text stays.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of piecesOf(line, width)) {
    if (displayWidth(current) + displayWidth(piece.trimEnd()) <= width) {
      current += piece;
      continue;
    }
    lines.push(current.trimEnd());
    current = piece.trimStart();
  }
  return [...lines, current.trimEnd()];
}

/** What may not be torn: words with the space behind them, single characters of Chinese and Japanese with the marks that cling to them. */
function piecesOf(line: string, width: number): string[] {
  const pieces: string[] = [];
  let current = '';
  let before = '';
  for (const character of line) {
    const clings = CLOSING.test(character) || OPENING.test(before);
    const mayBreak = before === ' ' || ((isWide(character) || isWide(before)) && !clings && character !== ' ');
    if (mayBreak && before !== '') {
      pieces.push(current);
      current = '';
    }
    current += character;
    before = character;
  }
  pieces.push(current);
  return pieces.flatMap((piece) => (displayWidth(piece.trimEnd()) <= width ? [piece] : broken(piece, width)));
}

/** A word longer than a line, in parts that fit: after a colon, slash or comma if there is one in the second half of the part. */
function broken(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (displayWidth(rest.trimEnd()) > width) {
    const end = cutOf(rest, width);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function cutOf(word: string, width: number): number {
  let end = 0;
  let taken = 0;
  for (const character of word) {
    taken += displayWidth(character);
    if (taken > width) break;
    end += character.length;
  }
  const fitting = word.slice(0, end);
  const kind = Math.max(...[':', '/', ','].map((mark) => fitting.lastIndexOf(mark) + 1));
  return kind > fitting.length / 2 ? kind : Math.max(end, 1);
}
