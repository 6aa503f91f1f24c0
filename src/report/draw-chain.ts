import type { Gate } from '../decision/diagnosis.ts';
import { displayWidth, padDisplay } from '../util/display-width.ts';
import { say, text } from '../words/text.ts';
import type { PageOptions } from './page.ts';
import { STYLE_OF } from './paint.ts';
import { VERDICT_MARK } from './render-copies.ts';
import type { Report, ReportedCopy, ReportedLink } from './report.ts';

/** Which links stand in the source account, between the two, and in the destination account. */
const AT_SOURCE: readonly Gate[] = ['plan', 'caller', 'role', 'recovery-point', 'source-key'];
const BETWEEN: readonly Gate[] = ['organization', 'share', 'tags', 'life-cycle'];
const AT_DESTINATION: readonly Gate[] = ['destination-vault', 'destination-key', 'destination-account'];

/** A cell: what is printed, and how many columns it takes without its colours. */
interface Cell {
  readonly text: string;
  readonly width: number;
}

const EMPTY: Cell = { text: '', width: 0 };

/**
 * The chain of a copy: a box for each account with its links, the links between them, and the arrow that the bytes take. Links that were
 * not looked at are not drawn.
 */
export function drawChain(copy: ReportedCopy, { language }: Pick<Report, 'language'>, options: PageOptions): string[] {
  const { width, glyphs, paint } = options;
  const cellsOf = (gates: readonly Gate[]): Cell[] =>
    copy.chain.filter(({ gate }) => gates.includes(gate)).map((link) => linkCell(link, options));
  const wayBack = copy.chain.filter(({ gate }) => gate === 'way-back').map((link) => linkCell(link, options));
  const [source, between, destination] = [cellsOf(AT_SOURCE), cellsOf(BETWEEN), cellsOf(AT_DESTINATION)];
  const middleWidth = Math.max(14, ...[...between, ...wayBack].map((cell) => cell.width)) + 2;
  const boxWidth = Math.max(20, Math.min(32, Math.floor((width - 2 - middleWidth) / 2)));
  const inner = boxWidth - 4;

  const arrow = arrowCell(copy.verdict, middleWidth - 2, options);
  const middle = [...between.slice(0, 2), arrow, ...between.slice(2)];
  if (wayBack.length > 0) middle.push(backArrowCell(middleWidth - 2, options), ...wayBack);
  const height = Math.max(source.length, destination.length, middle.length);

  const [topLeft, topRight, bottomLeft, bottomRight, across, down] = glyphs.box;
  const edge = (left: string, right: string): string => paint('dim', left + across.repeat(boxWidth - 2) + right);
  const gap = ' '.repeat(middleWidth);
  const rows = Array.from({ length: height }, (_, row) => {
    const side = (cells: readonly Cell[]): string =>
      `${paint('dim', down)} ${fill(cells[row] ?? EMPTY, inner)} ${paint('dim', down)}`;
    return ` ${side(source)} ${fill(middle[row] ?? EMPTY, middleWidth - 1)}${side(destination)}`;
  });
  const heads = [copy.source, copy.destination].map(({ account }, place) => {
    const side = say(text(place === 0 ? 'side.source' : 'side.destination'), language);
    return padDisplay(` ${side} ${account}`, boxWidth);
  });
  return [
    ` ${paint('bold', heads[0]!)}${gap}${paint('bold', heads[1]!.trimEnd())}`,
    ` ${edge(topLeft, topRight)}${gap}${edge(topLeft, topRight)}`,
    ...rows,
    ` ${edge(bottomLeft, bottomRight)}${gap}${edge(bottomLeft, bottomRight)}`,
  ];
}

function linkCell({ mark, name }: ReportedLink, { glyphs, paint }: PageOptions): Cell {
  const sign = glyphs.marks[mark];
  return { text: `${paint(STYLE_OF[mark], sign)} ${name}`, width: displayWidth(`${sign} ${name}`) };
}

/** The way of the bytes, with the verdict on it. */
function arrowCell(verdict: ReportedCopy['verdict'], width: number, { glyphs, paint }: PageOptions): Cell {
  const { line, head } = glyphs.arrow;
  if (verdict === 'works') return { text: paint('green', line.repeat(width - 1) + head), width };
  const mark = VERDICT_MARK[verdict];
  const sign = ` ${glyphs.marks[mark]} `;
  const rest = width - 1 - displayWidth(sign);
  const before = Math.floor(rest / 2);
  return { text: paint(STYLE_OF[mark], line.repeat(before) + sign + line.repeat(rest - before) + head), width };
}

function backArrowCell(width: number, { glyphs, paint }: PageOptions): Cell {
  return { text: paint('dim', glyphs.arrow.back + glyphs.arrow.line.repeat(width - 1)), width };
}

const fill = (cell: Cell, width: number): string => cell.text + ' '.repeat(Math.max(0, width - cell.width));
