import { actorName } from './actor-name.ts';
import { drawChain } from './draw-chain.ts';
import { CHAINS_DRAWN_MAX, FINDINGS_LISTED_MAX, REMARKS_LISTED_MAX } from './limits.ts';
import { Page, type PageOptions } from './page.ts';
import { renderCopyHead, renderCopyTable, VERDICT_MARK } from './render-copies.ts';
import { renderFinding, renderRemark } from './render-finding.ts';
import type { Report, ReportedCopy, ReportedFinding } from './report.ts';
import { verdictSentence } from './verdict-sentence.ts';

/**
 * A report for a person at a terminal: what was asked, the verdict, the chain, then what to do in the order in which to do it, an account
 * at a time. No line is wider than asked but commands and documents that are there to be copied.
 */
export function renderText(report: Report, options: PageOptions): string[] {
  const page = new Page(report.language, options);
  const { copies, findings } = report;
  const isSingle = copies.length === 1;
  if (isSingle) renderCopyHead(page, copies[0]!);
  page.blank();
  page.marked(VERDICT_MARK[report.verdict], verdictSentence(page, report), { indent: 1, style: 'bold' });
  if (isSingle) renderSpoken(page, copies[0]!);
  page.blank();
  if (copies.length > CHAINS_DRAWN_MAX) renderCopyTable(page, copies);
  else for (const copy of copies) page.lines.push(...drawChain(copy, report, options));
  page.blank();
  renderFaults(page, findings.filter(isFault), copies.length);
  renderRemarks(page, report, findings.filter(isFault).length);
  renderUnread(page, report);
  if (isSingle) {
    const holding = Object.values(copies[0]!.outcomes).filter((outcome) => outcome === 'met').length;
    page.put(page.say('report.holds', { count: String(holding) }), { indent: 1, style: 'dim' });
  }
  return page.lines;
}

/** What the job has said, and what it would say now: after a first repair the two differ. */
function renderSpoken(page: Page, { sentence, said }: ReportedCopy): void {
  if (said !== undefined) page.put(`${page.say('report.job-said')}: "${said}"`, { indent: 3 });
  if (sentence === undefined || sentence === said) return;
  page.put(`${page.say('report.first-sentence')}: "${sentence}"`, { indent: 3 });
}

const isFault = ({ outcome, severity }: ReportedFinding): boolean =>
  outcome === 'unmet' && (severity === 'blocks' || severity === 'will-block');

/** An account at a time, in the order of each account's first fault. */
function renderFaults(page: Page, faults: readonly ReportedFinding[], copies: number): void {
  if (faults.length === 0) return;
  page.heading(page.say('report.what-to-do'));
  const shown = faults.slice(0, FINDINGS_LISTED_MAX);
  let number = 0;
  for (const group of Map.groupBy(shown, ({ actor }) => `${actor.side} ${actor.account ?? ''}`).values()) {
    page.blank();
    page.put(actorName(page, group[0]!.actor), { indent: 1, style: 'bold' });
    for (const finding of group) {
      number += 1;
      page.blank();
      renderFinding(page, finding, { number, copies });
    }
  }
  renderRest(page, faults.length - shown.length);
  page.blank();
}

function renderRest(page: Page, count: number): void {
  if (count <= 0) return;
  page.blank();
  page.put(page.say('report.more', { count: String(count) }), { indent: 1, style: 'dim' });
}

function renderRemarks(page: Page, { findings, copies }: Report, before: number): void {
  const remarks = findings.filter((finding) => finding.outcome === 'unmet' && !isFault(finding));
  if (remarks.length === 0) return;
  page.heading(page.say('report.later'));
  const shown = remarks.slice(0, REMARKS_LISTED_MAX);
  for (const [index, finding] of shown.entries()) {
    page.blank();
    renderRemark(page, finding, { number: before + index + 1, copies: copies.length });
  }
  renderRest(page, remarks.length - shown.length);
  page.blank();
}

/** What waits for a right to read: the actions once each, with the questions that they would answer. */
function renderUnread(page: Page, { findings, gaps }: Report): void {
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  if (unknown.length + gaps.length === 0) return;
  page.heading(page.say('report.unread'));
  page.put(page.say('report.unread-hint'), { indent: 1 });
  for (const group of Map.groupBy(unknown, ({ grant, actor }) => `${grant} ${actor.side} ${actor.account}`).values()) {
    const [{ grant = '?', actor }] = group as [ReportedFinding];
    const where = actor.side === 'nobody' ? '' : `  ${page.paint('dim', actorName(page, actor))}`;
    page.blank();
    page.lines.push(` ${page.paint('bold', grant)}${where}`);
    for (const finding of group) page.marked('unknown', finding.title, { indent: 3 });
  }
  for (const { what, grant } of gaps) {
    page.blank();
    page.lines.push(` ${page.paint('bold', grant)}`);
    page.put(what, { indent: 3 });
  }
  page.blank();
}
