import { messagesOf } from '../decision/failures/causes.ts';
import type { Failure } from '../decision/failures/failures.ts';
import { waysToLook } from '../decision/failures/ways-to-look.ts';
import type { KnownSentence } from '../messages/dictionary/known-sentence.ts';
import { knownSentences } from '../messages/dictionary/known-sentences.ts';
import { LANGUAGES, type Language, say, type TextId, text } from '../words/text.ts';
import { breakCommand } from './break-command.ts';
import { failurePath } from './failure-path.ts';
import { quoteLines } from './quote-lines.ts';
import { originWords } from './render-explanation.ts';
import type { ReportedFinding } from './report.ts';

/** Columns of commands and documents on a page. */
const CODE_WIDTH = 88;

const NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ja: '日本語', 'zh-TW': '繁體中文' };

/**
 * The page of one failure in one language: what AWS says, why, how to look, how to mend it, with an example that the judge itself has
 * judged. `example` is that example's finding, mends rendered as commands; `terraform` the same mend as Terraform.
 */
export function failurePage(
  failure: Failure,
  { language, example, terraform }: { language: Language; example?: ReportedFinding; terraform?: string },
): string {
  const { id, gate, title, why, sources } = failure;
  const words = (name: TextId): string => say(text(name), language);
  const section = (name: TextId, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${words(name)}`, ...lines];
  return `${[
    `# ${generic(words(title))}`,
    `\`${id}\` · ${words(`gate.${gate}`)} · ${linksTo(id, language)}`,
    ...(why === undefined ? [] : [generic(words(why))]),
    ...section('page.says', sentences(id, language)),
    ...section('page.look', looks(failure, words)),
    ...(example ? exampleLines(example, terraform, words) : []),
    ...section(
      'page.sources',
      sources.filter((each) => each.startsWith('https:')).map((url) => `- <${url}>`),
    ),
  ].join('\n\n')}\n`;
}

/** The list of all pages in one language. */
export function failureIndex(failures: readonly Failure[], language: Language): string {
  const words = (name: TextId): string => say(text(name), language);
  const byGate = Map.groupBy(failures, ({ gate }) => gate);
  const groups = [...byGate].flatMap(([gate, group]) => [
    `## ${words(`gate.${gate}`)}`,
    group.map(({ id, title }) => `- [${generic(words(title))}](${id}.md)`).join('\n'),
  ]);
  return `${[`# ${words('page.index')}`, linksTo('README', language), words('page.intro'), ...groups].join('\n\n')}\n`;
}

/** The page in the other languages. */
function linksTo(id: string, from: Language): string {
  const up = from === 'en' ? '' : '../';
  return LANGUAGES.map((language) =>
    language === from ? NAMES[language] : `[${NAMES[language]}](${up}${failurePath(id, language)})`,
  ).join(' · ');
}

/** Parts that only a copy knows stand in capitals, as in a command. */
const generic = (sentence: string): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());

function sentences(id: string, language: Language): string[] {
  const messages = messagesOf(id);
  const spoken = knownSentences.filter((each) => messages.includes(each.id) && each.spokenBy === 'copy-job');
  // A translation that no article prints is there to be recognised, and not what anybody says.
  const read = spoken.filter(
    (each) => each.language === 'en' || (each.language === language && each.origin.kind !== 'inferred'),
  );
  if (read.length === 0) return [say(text('page.silent'), language)];
  return read.map((sentence) => quoted(sentence, language));
}

function quoted({ template, origin }: KnownSentence, language: Language): string {
  const page = { say: (id: TextId, parts = {}) => say(text(id, parts), language) };
  return `> ${template.replaceAll('{}', '…')}\n>\n> _${originWords(page, origin)}_`;
}

function looks({ id, gate }: Failure, words: (name: TextId) => string): string[] {
  const doctor = [words('page.doctor'), fenced('sh', 'crossvault doctor copy --job COPY_JOB_ID')];
  const ways = Map.groupBy(waysToLook(id, gate), ({ side }) => side);
  const lines = [...ways].flatMap(([side, group]) => [
    `${words(`side.${side}`)}:`,
    fenced('sh', group.map(({ command }) => breakCommand(command, CODE_WIDTH)).join('\n')),
  ]);
  return lines.length === 0 ? doctor : [...lines, words('page.capitals'), ...doctor];
}

function exampleLines(
  { evidence, mends }: ReportedFinding,
  terraform: string | undefined,
  words: (name: TextId) => string,
): string[] {
  const [mend] = mends;
  const quotes = evidence.map(({ origin, place, quote }) => {
    const name = place === undefined ? origin : `${origin}, ${place}`;
    return [name, ...quoteLines(quote, CODE_WIDTH - 2).map((line) => `  ${line}`)].join('\n');
  });
  return [
    ...(quotes.length === 0
      ? []
      : [`## ${words('page.example')}`, `${words('page.found')}:`, fenced('text', quotes.join('\n'))]),
    ...(mend === undefined ? [] : [`## ${words('page.mend')}`, mend.text]),
    ...(mend?.rendered === undefined ? [] : [fenced('sh', breakLines(mend.rendered))]),
    ...(terraform === undefined ? [] : [fenced('hcl', terraform)]),
    ...mends.slice(1).map((other) => `${words('report.documented')}: ${other.text}`),
  ];
}

const breakLines = (rendered: string): string =>
  rendered
    .split('\n')
    .map((line) => (line.startsWith('aws ') ? breakCommand(line, CODE_WIDTH) : line))
    .join('\n');

const fenced = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;
