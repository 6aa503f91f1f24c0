import { GATES } from '../decision/diagnose-copy.ts';
import type { Diagnosed, Diagnosis, Gate, Mend, Severity } from '../decision/diagnosis.ts';
import { type CopyFacts, knownOf } from '../decision/facts.ts';
import type { Remedy } from '../decision/remedy.ts';
import type { Evidence } from '../decision/requirement.ts';
import { requirements } from '../decision/requirements.ts';
import { recognize } from '../messages/dictionary/recognize.ts';
import type { JobMessage } from '../messages/job-message.ts';
import { type Language, say, type Text, text } from '../words/text.ts';
import { lackingAt } from './lacking-at.ts';
import { EVIDENCE_MAX } from './limits.ts';
import type { Examined, Mark, Report, ReportedCopy, ReportedFinding, ReportedLink, ReportedMend } from './report.ts';
import { REPORT_SCHEMA } from './report.ts';

export interface ReportOptions {
  readonly language: Language;
  /** Milliseconds; nothing for the newest rules. */
  readonly asOf?: number | null;
  /** What belongs to no single copy: two rules of a plan that overlap. */
  readonly general?: readonly Diagnosed[];
  readonly gaps?: Report['gaps'];
  /** Puts a remedy into the form that was asked for; nothing where the form cannot say it. */
  readonly render?: (remedy: Remedy, facts: CopyFacts) => string | undefined;
}

/** Brings what was found of one copy or many into the form that is printed. A fault that several copies share stands there once. */
export function toReport(examined: readonly Examined[], options: ReportOptions): Report {
  const general = options.general ?? [];
  return {
    schema: REPORT_SCHEMA,
    language: options.language,
    verdict: verdictOf(examined, general),
    ...(options.asOf == null ? {} : { asOf: new Date(options.asOf).toISOString().slice(0, 10) }),
    copies: examined.map((each) => toCopy(each, options)),
    findings: inOrderOfAction(mergeFindings(examined, general, options)),
    gaps: options.gaps ?? [],
  };
}

function verdictOf(examined: readonly Examined[], general: readonly Diagnosed[]): Diagnosis['verdict'] {
  const verdicts = examined.map(({ diagnosis }) => diagnosis.verdict);
  const isBroken = general.some(({ outcome, severity }) => outcome === 'unmet' && severity === 'blocks');
  if (isBroken || verdicts.includes('broken')) return 'broken';
  return verdicts.includes('unknown') ? 'unknown' : 'works';
}

function toCopy({ facts, diagnosis, label, said }: Examined, { language }: ReportOptions): ReportedCopy {
  const { source, destination, role } = facts;
  const point = knownOf(source.point);
  const sentence = firstSentence(diagnosis.findings);
  return {
    ...(label === undefined ? {} : { label }),
    verdict: diagnosis.verdict,
    source: { ...sideOf(source), recoveryPointArn: source.pointArn },
    destination: sideOf(destination),
    ...(point && { resourceType: point.resourceType, resourceArn: point.resourceArn }),
    roleArn: role.arn,
    chain: chainOf(diagnosis.findings, language),
    outcomes: Object.fromEntries(diagnosis.findings.map(({ id, outcome }) => [id, outcome])),
    ...(sentence === undefined ? {} : { sentence }),
    ...(said === undefined ? {} : { said }),
  };
}

const sideOf = ({ account, region, vaultArn }: ReportedCopy['destination']): ReportedCopy['destination'] => ({
  account,
  region,
  vaultArn,
});

/** What the service would stumble over first: it walks the requirements in their own order, not in that of the chain. */
function firstSentence(findings: readonly Diagnosed[]): string | undefined {
  const blocking = new Map(findings.filter(isBlocking).map((finding) => [finding.id, finding]));
  const first = requirements.find(({ id }) => blocking.has(id));
  return (first ? blocking.get(first.id) : blocking.values().next().value)?.sentence?.text;
}

const isBlocking = ({ outcome, severity }: Diagnosed): boolean => outcome === 'unmet' && severity === 'blocks';

/** The links that were looked at, in the order of the chain, each as good as the worst that was found at it. */
function chainOf(findings: readonly Diagnosed[], language: Language): ReportedLink[] {
  const gates = new Map<Gate, Mark>();
  for (const finding of findings) {
    if (finding.outcome === 'not-applicable') continue;
    const mark = markOf(finding);
    const known = gates.get(finding.gate);
    if (known === undefined || WORSE.indexOf(mark) > WORSE.indexOf(known)) gates.set(finding.gate, mark);
  }
  return [...gates]
    .sort(([one], [other]) => GATES.indexOf(one) - GATES.indexOf(other))
    .map(([gate, mark]) => ({ gate, mark, name: say(text(`gate.${gate}`), language) }));
}

const WORSE: readonly Mark[] = ['ok', 'remark', 'unknown', 'broken'];

export function markOf({ outcome, severity }: Pick<Diagnosed, 'outcome' | 'severity'>): Mark {
  if (outcome === 'unknown') return severity === 'blocks' ? 'unknown' : 'ok';
  if (outcome !== 'unmet') return 'ok';
  return severity === 'blocks' || severity === 'will-block' ? 'broken' : 'remark';
}

interface Merged {
  readonly finding: Diagnosed;
  isSaid: boolean;
  readonly copies: number[];
  readonly evidence: Evidence[];
  /** Of the first copy with this fault. */
  readonly facts: CopyFacts | undefined;
}

function mergeFindings(
  examined: readonly Examined[],
  general: readonly Diagnosed[],
  options: ReportOptions,
): ReportedFinding[] {
  const merged = new Map<string, Merged>();
  const add = (finding: Diagnosed, copies: readonly number[], { facts, said }: Partial<Examined> = {}): void => {
    if (finding.outcome !== 'unmet' && finding.outcome !== 'unknown') return;
    const key = keyOf(finding);
    const known = merged.get(key);
    const isSaid = said !== undefined && finding.sentence !== undefined && isSame(finding.sentence, said);
    if (known === undefined)
      merged.set(key, { finding, copies: [...copies], evidence: [...finding.evidence], facts, isSaid });
    else {
      known.copies.push(...copies);
      known.isSaid ||= isSaid;
      if (known.evidence.length < EVIDENCE_MAX) addEvidence(known.evidence, finding.evidence);
    }
  };
  for (const finding of general) add(finding, []);
  for (const [place, each] of examined.entries()) {
    for (const finding of each.diagnosis.findings) add(located(finding, each.facts), [place], each);
  }
  return [...merged.values()].map(({ finding, copies, evidence, facts, isSaid }) => ({
    ...toFinding(finding, facts, options),
    ...(isSaid && { isSaid }),
    evidence: evidence.slice(0, EVIDENCE_MAX),
    copies,
  }));
}

/** Whether this is the message that the job ended with, in whatever wording. */
const isSame = ({ id, text: words }: JobMessage, said: string): boolean =>
  words === said || recognize(said).some(({ by, sentence }) => by === 'whole' && sentence.id === id);

/** Whoever judges knows which action was lacking, not in whose account: the gap in the facts tells. */
const located = (finding: Diagnosed, facts: CopyFacts): Diagnosed =>
  finding.outcome === 'unknown' && finding.grant !== undefined
    ? { ...finding, actor: lackingAt(facts, finding.grant) ?? finding.actor }
    : finding;

/** Two findings are one when the same account has to do the same thing about the same fault. */
function keyOf({ id, outcome, actor, mends, title, grant }: Diagnosed): string {
  const asked = mends.length > 0 ? mends.map((mend) => [mend.text, mend.remedy]) : title;
  return JSON.stringify([id, outcome, actor, asked, grant]);
}

function addEvidence(known: Evidence[], more: readonly Evidence[]): void {
  for (const each of more) {
    if (!known.some(({ origin, quote }) => origin === each.origin && quote === each.quote)) known.push(each);
  }
}

function toFinding(finding: Diagnosed, facts: CopyFacts | undefined, options: ReportOptions): ReportedFinding {
  const inWords = (words: Text): string => say(words, options.language);
  const { id, gate, severity, title, explanation, actor, sentence, evidence, grant, sources } = finding;
  return {
    id,
    gate,
    outcome: finding.outcome === 'unknown' ? 'unknown' : 'unmet',
    severity,
    title:
      gate === 'way-back' ? say(text('report.way-back', { title: inWords(title) }), options.language) : inWords(title),
    ...(explanation && { explanation: inWords(explanation) }),
    actor,
    ...(sentence && {
      sentence: { id: sentence.id, text: sentence.text, category: sentence.category, origin: sentence.origin },
    }),
    evidence,
    mends: finding.mends.map((mend) => toMend(mend, facts, options)),
    ...(grant === undefined ? {} : { grant }),
    sources,
    copies: [],
  };
}

function toMend(
  { kind, actor, text: words, remedy }: Mend,
  facts: CopyFacts | undefined,
  { language, render }: ReportOptions,
): ReportedMend {
  const rendered = remedy && facts && render?.(remedy, facts);
  return {
    kind,
    actor,
    text: say(words, language),
    ...(remedy && { remedy }),
    ...(rendered === undefined ? {} : { rendered }),
  };
}

const URGENCY: readonly Severity[] = ['blocks', 'will-block', 'risk', 'remark'];

/** Faults before what is not known; the urgent ones first; within one urgency in the order of the chain, which the judge keeps. */
const inOrderOfAction = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  [...findings].sort(
    (one, other) =>
      Number(one.outcome === 'unknown') - Number(other.outcome === 'unknown') ||
      URGENCY.indexOf(one.severity) - URGENCY.indexOf(other.severity),
  );
