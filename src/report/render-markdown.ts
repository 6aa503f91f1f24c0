import { failureIdOf } from '../decision/failures/failures.ts';
import { printable } from '../util/printable.ts';
import { actorName } from './actor-name.ts';
import { UNICODE } from './glyphs.ts';
import { COPIES_LISTED_MAX, REPORT_WIDTH } from './limits.ts';
import { Page } from './page.ts';
import { plain } from './paint.ts';
import { VERDICT_MARK } from './render-copies.ts';
import type { Report, ReportedCopy, ReportedFinding, ReportedMend } from './report.ts';
import { markOf } from './to-copy.ts';
import { verdictSentence } from './verdict-sentence.ts';

/** A report for a ticket or a wiki: the same order and words as on the terminal. `fence` is the language of rendered mends. */
export function renderMarkdown(report: Report, { fence = '' }: { readonly fence?: string } = {}): string {
  const page = new Page(report.language, { width: REPORT_WIDTH, glyphs: UNICODE, paint: plain });
  const faults = report.findings.filter(({ outcome }) => outcome === 'unmet');
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown');
  const parts = [
    `# ${UNICODE.marks[VERDICT_MARK[report.verdict]]} ${marked(verdictSentence(page, report))}`,
    report.copies.length === 1 ? single(page, report.copies[0]!) : many(page, report.copies),
    ...(faults.length === 0 ? [] : [`## ${page.say('report.what-to-do')}`]),
    ...faults.map((finding, place) => findingPart(page, finding, { number: place + 1, fence })),
    ...(unknown.length + report.gaps.length === 0 ? [] : [unreadPart(page, report, unknown)]),
  ];
  return `${printable(parts.join('\n\n'))}\n`;
}

function single(page: Page, { source, destination, roleArn, chain, said, sentence }: ReportedCopy): string {
  const lines = [
    `- ${page.say('report.copy')}: ${code(source.recoveryPointArn)}`,
    `- ${page.say('report.from')}: ${code(source.vaultArn)}`,
    `- ${page.say('report.to')}: ${code(destination.vaultArn)}`,
    `- ${page.say('report.as')}: ${code(roleArn)}`,
    ...(said === undefined ? [] : [`- ${page.say('report.job-said')}: "${marked(said)}"`]),
    ...(sentence === undefined || sentence === said
      ? []
      : [`- ${page.say('report.first-sentence')}: "${marked(sentence)}"`]),
  ];
  const links = chain.map(({ name, mark }) => `${UNICODE.marks[mark]} ${name}`);
  return `${lines.join('\n')}\n\n${links.join(' · ')}`;
}

function many(page: Page, copies: readonly ReportedCopy[]): string {
  const rows = copies
    .slice(0, COPIES_LISTED_MAX)
    .map(({ verdict, label, resourceArn, source, destination }) =>
      [
        UNICODE.marks[VERDICT_MARK[verdict]],
        label ?? resourceArn ?? source.recoveryPointArn,
        source.vaultArn,
        destination.vaultArn,
      ].map(cell),
    );
  const head = ['', page.say('report.copy'), page.say('report.from'), page.say('report.to')];
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const left = copies.length - rows.length;
  return left > 0 ? `${table}\n\n${page.say('report.more', { count: String(left) })}` : table;
}

function findingPart(
  page: Page,
  finding: ReportedFinding,
  { number, fence }: { number: number; fence: string },
): string {
  const { id, title, actor, evidence, sentence, explanation, mends, sources } = finding;
  return [
    `### ${number}. ${UNICODE.marks[markOf(finding)]} ${marked(title)}`,
    `**${actorName(page, actor)}** · ${page.say(`severity.${finding.severity}`)} · [${id}](docs/failures/${failureIdOf(id)}.md)`,
    ...evidence.map(
      ({ origin, place, quote }) =>
        `${page.say('report.found')}: ${code(origin)}${place === undefined ? '' : `, ${code(place)}`}\n\n${fenced(quote)}`,
    ),
    ...(sentence ? [`${page.say('report.says')}: "${marked(sentence.text)}"`] : []),
    ...(explanation === undefined ? [] : [marked(explanation)]),
    ...mends.map((mend) => mendPart(page, mend, fence)),
    ...(sources.length === 0 ? [] : [`${page.say('report.see')}: ${sources.map(marked).join(', ')}`]),
  ].join('\n\n');
}

function mendPart(page: Page, { kind, text, rendered }: ReportedMend, fence: string): string {
  const head = `**${page.say(kind === 'smallest' ? 'report.mend' : 'report.documented')}:** ${marked(text)}`;
  return rendered === undefined ? head : `${head}\n\n${fenced(rendered, fence)}`;
}

function unreadPart(page: Page, { gaps }: Report, unknown: readonly ReportedFinding[]): string {
  const lines = [
    ...unknown.map(({ title, grant = '?', actor }) => `- ${code(grant)} (${actorName(page, actor)}): ${marked(title)}`),
    ...gaps.map(({ what, grant }) => `- ${code(grant)}: ${marked(what)}`),
  ];
  return `## ${page.say('report.unread')}\n\n${page.say('report.unread-hint')}\n\n${lines.join('\n')}`;
}

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const cell = (text: string): string => marked(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
/** What would otherwise be read as markup: names of resources may hold any of it. */
const marked = (text: string): string => text.replaceAll(/[\\`*_[\]<>#]/g, '\\$&');

/** A block that no run of backticks inside can end. */
function fenced(text: string, language = ''): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}
