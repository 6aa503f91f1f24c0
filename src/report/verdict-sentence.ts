import type { Page } from './page.ts';
import type { Report, ReportedCopy } from './report.ts';

/** The verdict in a sentence, with the day of its rules where that is not today. */
export function verdictSentence(page: Pick<Page, 'say'>, report: Report): string {
  if (report.supposed) return report.supposed.text;
  const rules = report.asOf === undefined ? '' : ` (${page.say('report.as-of', { date: report.asOf })})`;
  return (report.copies.length === 1 ? verdictOfOne(page, report) : verdictOfMany(page, report)) + rules;
}

function verdictOfOne(page: Pick<Page, 'say'>, { verdict, findings }: Report): string {
  const later = comingFaults(findings);
  if (verdict === 'works' && later > 0) return page.say('report.verdict-works-today', { count: String(later) });
  if (verdict === 'works') return page.say('report.verdict-works');
  const counted = verdict === 'broken' ? 'unmet' : 'unknown';
  const count = findings.filter(({ outcome, severity }) => outcome === counted && severity === 'blocks').length;
  // Both are true at once, and the finding stands below: a headline that named one of them would deny it.
  if (verdict === 'unknown' && later > 0)
    return page.say('report.verdict-unknown-later', { count: String(later), open: String(count) });
  return page.say(`report.verdict-${verdict}`, { count: String(count) });
}

function verdictOfMany(page: Pick<Page, 'say'>, { copies, verdict, findings }: Report): string {
  const countOf = (wanted: ReportedCopy['verdict']): string =>
    String(copies.filter((copy) => copy.verdict === wanted).length);
  const all = String(copies.length);
  if (copies.length === 0) return page.say('report.copies-none');
  const later = verdict === 'broken' ? 0 : comingFaults(findings);
  if (later > 0 && verdict === 'unknown')
    return page.say('report.copies-unknown-later', { all, unknown: countOf('unknown'), count: String(later) });
  if (later > 0) return page.say('report.copies-work-today', { all, count: String(later) });
  if (verdict === 'works') return page.say('report.copies-works', { all });
  return page.say('report.copies-broken', { all, broken: countOf('broken'), unknown: countOf('unknown') });
}

/** Faults that no copy meets today: they stop it from a known day or event on. */
const comingFaults = (findings: Report['findings']): number =>
  findings.filter(({ outcome, severity }) => outcome === 'unmet' && severity === 'will-block').length;
