import { displayWidth } from '../util/display-width.ts';
import type { TextId } from '../words/text.ts';
import { breakCommand } from './break-command.ts';
import type { ReportedCause, ReportedExplanation, ReportedSentence } from './explanation.ts';
import { failurePath } from './failure-path.ts';
import { Page, type PageOptions } from './page.ts';

/** What a message means, for a person at a terminal: where it comes from, its causes, and how to look which one it is. */
export function renderExplanation(explanation: ReportedExplanation, options: PageOptions): string[] {
  const page = new Page(explanation.language, options);
  const { said, matches, category, fragment } = explanation;
  if (said === '') {
    page.put(page.say('explain.no-message'), { indent: 1 });
    return page.lines;
  }
  page.put(`"${said}"`, { indent: 1, style: 'bold' });
  const isLikeness = matches[0]?.by === 'likeness';
  if (matches.length === 0) page.put(page.say('explain.unknown'), { indent: 1 });
  if (fragment !== undefined) page.put(page.say('explain.fragment', { fragment, category }), { indent: 1 });
  if (isLikeness) {
    page.blank();
    page.put(page.say('explain.likeness'), { indent: 1 });
  }
  for (const match of matches) {
    page.blank();
    if (isLikeness) page.put(`"${match.template}"`, { indent: 1, style: 'bold' });
    renderMatch(page, match);
  }
  page.blank();
  page.put(page.say('explain.doctor'), { indent: 1, style: 'dim' });
  page.verbatim('crossvault doctor copy --job COPY_JOB_ID', { indent: 3, style: 'cyan' });
  return page.lines;
}

function renderMatch(page: Page, { original, spokenBy, category, origin, about, causes }: ReportedSentence): void {
  if (original !== undefined) page.put(page.say('explain.speaks', { sentence: original }), { indent: 1 });
  const what = page.say(`explain.by-${spokenBy}`);
  page.put(page.say('explain.category', { what, category }), { indent: 1 });
  page.put(originWords(page, origin), { indent: 1, style: 'dim' });
  if (about !== undefined) {
    page.blank();
    page.put(about, { indent: 1 });
  }
  if (causes.length === 0) return;
  page.blank();
  page.heading(page.say(causes.length === 1 ? 'explain.cause' : 'explain.causes'));
  for (const [place, cause] of causes.entries()) {
    page.blank();
    renderCause(page, cause, causes.length > 1 ? `${place + 1}. ` : '');
  }
}

export function originWords(page: Pick<Page, 'say'>, origin: ReportedSentence['origin']): string {
  if (origin.kind === 'documented') return page.say('explain.documented', { url: origin.url });
  return page.say(`explain.${origin.kind}`, { from: origin.from });
}

const LABELS: readonly TextId[] = ['report.why', 'explain.look', 'report.see'];

function renderCause(page: Page, { id, title, why, look }: ReportedCause, before: string): void {
  const indent = 1 + displayWidth(before);
  const labelWidth = Math.max(...LABELS.map((label) => displayWidth(page.say(label)))) + 2;
  page.put(`${before}${title}`, { indent: 1, style: 'bold' });
  page.labelled(page.say('report.why'), why, { indent, labelWidth });
  const sides = Map.groupBy(look, ({ side }) => side);
  for (const [place, [side, ways]] of [...sides].entries()) {
    const where = page.say('explain.in-account', { side: page.say(`side.${side}`) });
    page.labelled(place === 0 ? page.say('explain.look') : '', where, { indent, labelWidth });
    for (const { command } of ways) {
      const width = page.options.width - indent - labelWidth;
      page.verbatim(breakCommand(command, width), { indent: indent + labelWidth, style: 'cyan' });
    }
  }
  page.labelled(page.say('report.see'), `docs/failures/${failurePath(id, page.language)}`, {
    indent,
    labelWidth,
    style: 'dim',
  });
}
