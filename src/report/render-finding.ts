import { failureIdOf } from '../decision/failures/failures.ts';
import { displayWidth } from '../util/display-width.ts';
import type { TextId } from '../words/text.ts';
import { actorName } from './actor-name.ts';
import { breakCommand } from './break-command.ts';
import { failurePath } from './failure-path.ts';
import { QUOTE_LINES_MAX } from './limits.ts';
import type { Page } from './page.ts';
import { quoteLines } from './quote-lines.ts';
import type { ReportedFinding, ReportedMend } from './report.ts';
import { markOf } from './to-copy.ts';

const INDENT = 4;
const LABELS: readonly TextId[] = ['report.found', 'report.says', 'report.why', 'report.mend', 'report.see'];

/** What stops nothing, in short: its title, what to do, and the page with the rest. */
export function renderRemark(page: Page, finding: ReportedFinding, place: { number: number; copies: number }): void {
  if (page.options.isFull === true) {
    renderFinding(page, finding, place);
    return;
  }
  page.marked(markOf(finding), finding.title, { indent: 1, before: `${place.number}. ` });
  const [mend] = finding.mends;
  if (mend) page.put(mend.text, { indent: INDENT + 2 });
  page.put(pageOf(page, finding), { indent: INDENT + 2, style: 'dim' });
}

const pageOf = ({ language }: Page, { id }: ReportedFinding): string =>
  `docs/failures/${failurePath(failureIdOf(id), language)}`;

/** One fault: its title, then what was found and where, what AWS says, why, and the mend. */
export function renderFinding(page: Page, finding: ReportedFinding, place: { number: number; copies: number }): void {
  const body = { indent: INDENT, labelWidth: Math.max(...LABELS.map((id) => displayWidth(page.say(id)))) + 2 };
  const isShared = place.copies > 1 && finding.copies.length > 0;
  const counts = { count: String(finding.copies.length), all: String(place.copies) };
  const share = isShared ? ` (${page.say('report.in-copies', counts)})` : '';
  const stumbled = finding.isSaid === true ? ` (${page.say('report.stumbled')})` : '';
  page.marked(markOf(finding), finding.title + stumbled + share, {
    indent: 1,
    before: `${place.number}. `,
    style: 'bold',
  });
  for (const [index, { origin, place: where, quote }] of finding.evidence.entries()) {
    const name = where === undefined ? origin : `${origin}, ${where}`;
    page.labelled(index === 0 ? page.say('report.found') : '', name, body);
    renderQuote(page, quote, INDENT + body.labelWidth);
  }
  if (finding.sentence) page.labelled(page.say('report.says'), `"${finding.sentence.text}"`, body);
  if (finding.explanation !== undefined) page.labelled(page.say('report.why'), finding.explanation, body);
  for (const mend of finding.mends) renderMend(page, mend, { finding, ...body });
  page.labelled(page.say('report.see'), pageOf(page, finding), { ...body, style: 'dim' });
  for (const source of finding.sources.filter((each) => each.startsWith('https:'))) {
    page.verbatim(source, { indent: INDENT, style: 'dim' });
  }
}

function renderQuote(page: Page, quote: string, indent: number): void {
  const lines = quoteLines(quote, page.options.width - indent - 2);
  const shown =
    lines.length > QUOTE_LINES_MAX ? [...lines.slice(0, QUOTE_LINES_MAX - 1), page.options.glyphs.more] : lines;
  const bar = page.paint('dim', page.options.glyphs.bar);
  for (const line of shown) page.lines.push(`${' '.repeat(indent)}${bar} ${line}`);
}

function renderMend(
  page: Page,
  { kind, text, rendered, actor }: ReportedMend,
  { finding, ...body }: { finding: ReportedFinding; indent: number; labelWidth: number },
): void {
  const isOther = actor.account !== finding.actor.account || actor.side !== finding.actor.side;
  const who = isOther && actor.side !== 'nobody' ? ` (${actorName(page, actor)})` : '';
  const prefix = kind === 'documented' ? `${page.say('report.documented')}: ` : '';
  page.labelled(kind === 'documented' ? '' : page.say('report.mend'), prefix + text + who, body);
  if (rendered === undefined || (kind === 'documented' && page.options.isFull !== true)) return;
  page.blank();
  const width = page.options.width - INDENT - 2;
  const lines = rendered.split('\n').map((line) => (line.startsWith('aws ') ? breakCommand(line, width) : line));
  page.verbatim(lines.join('\n'), { indent: INDENT + 2, style: 'cyan' });
  page.blank();
}
