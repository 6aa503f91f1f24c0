import type { Diagnosed, Diagnosis, Severity } from '../decision/diagnosis.ts';
import type { CopyFacts } from '../decision/facts.ts';
import type { Evidence } from '../decision/requirement.ts';
import type { Event } from '../decision/what-if.ts';
import { recognize } from '../messages/dictionary/recognize.ts';
import type { JobMessage } from '../messages/job-message.ts';
import { say, text } from '../words/text.ts';
import { lackingAt } from './lacking-at.ts';
import { EVIDENCE_MAX } from './limits.ts';
import type { Examined, Report, ReportedCopy, ReportedFinding } from './report.ts';
import { REPORT_SCHEMA } from './report.ts';
import { type Share, toCopy } from './to-copy.ts';
import { type FindingOptions, keyOf, toFinding } from './to-finding.ts';

export interface ReportOptions extends FindingOptions {
  /** What belongs to no single copy: two rules of a plan that overlap. */
  readonly general?: readonly Diagnosed[];
  readonly gaps?: Report['gaps'];
  /** What was supposed, and how many copies were looked at. */
  readonly supposed?: { readonly event: Event; readonly lookedAt: number };
}

/** Brings what was found of one copy or many into the form that is printed. A fault that several copies share stands there once. */
export function toReport(examined: Iterable<Examined>, options: ReportOptions): Report {
  const reporter = new Reporter(options);
  for (const each of examined) reporter.add(each);
  return reporter.finish(options);
}

interface Merged {
  readonly finding: Diagnosed;
  isSaid: boolean;
  readonly copies: number[];
  readonly evidence: Evidence[];
  /** Of the first copy with this fault. */
  readonly facts: CopyFacts | undefined;
}

/** Makes a report of copies that come one after the other. Of each it keeps what is printed; facts and findings can go. */
export class Reporter {
  readonly #options: FindingOptions;
  readonly #copies: ReportedCopy[] = [];
  readonly #merged = new Map<string, Merged>();
  readonly #shared = new Map<string, unknown>();
  #asOf: number | null = null;

  constructor(options: FindingOptions) {
    this.#options = options;
  }

  add(examined: Examined): void {
    const { facts, diagnosis } = examined;
    const place = this.#copies.length;
    this.#asOf = facts.asOf ?? null;
    this.#copies.push(toCopy(examined, { language: this.#options.language, share: this.#share }));
    for (const finding of diagnosis.findings) this.#merge(located(finding, facts), [place], examined);
  }

  finish({ general = [], gaps = [], supposed }: Pick<ReportOptions, 'general' | 'gaps' | 'supposed'> = {}): Report {
    for (const finding of general) this.#merge(finding, []);
    const findings = [...this.#merged.values()].map(({ finding, copies, evidence, facts, isSaid }) => ({
      ...toFinding(finding, facts, this.#options),
      ...(isSaid && { isSaid }),
      evidence: evidence.slice(0, EVIDENCE_MAX),
      copies,
    }));
    return {
      schema: REPORT_SCHEMA,
      language: this.#options.language,
      verdict: verdictOf(this.#copies, general),
      ...(this.#asOf === null ? {} : { asOf: new Date(this.#asOf).toISOString().slice(0, 10) }),
      ...(supposed && { supposed: { ...supposed, text: this.#supposition(supposed) } }),
      copies: this.#copies,
      findings: inOrderOfAction(findings),
      gaps,
    };
  }

  #supposition({ event, lookedAt }: NonNullable<ReportOptions['supposed']>): string {
    const { kind, ...parts } = event;
    const thing = Object.values(parts)[0] ?? '';
    const counts = { broken: String(this.#copies.length), all: String(lookedAt) };
    return say(text(`suppose.${kind}`, { thing, ...counts }), this.#options.language);
  }

  #merge(finding: Diagnosed, copies: readonly number[], { facts, said }: Partial<Examined> = {}): void {
    if (finding.outcome !== 'unmet' && finding.outcome !== 'unknown') return;
    const key = keyOf(finding);
    const known = this.#merged.get(key);
    const isSaid = said !== undefined && finding.sentence !== undefined && isSame(finding.sentence, said);
    if (known === undefined) {
      this.#merged.set(key, { finding, copies: [...copies], evidence: [...finding.evidence], facts, isSaid });
      return;
    }
    known.copies.push(...copies);
    known.isSaid ||= isSaid;
    if (known.evidence.length < EVIDENCE_MAX) addEvidence(known.evidence, finding.evidence);
  }

  readonly #share: Share = <Value>(key: string, make: () => Value): Value => {
    if (!this.#shared.has(key)) this.#shared.set(key, make());
    return this.#shared.get(key) as Value;
  };
}

function verdictOf(copies: readonly ReportedCopy[], general: readonly Diagnosed[]): Diagnosis['verdict'] {
  const isBroken = general.some(({ outcome, severity }) => outcome === 'unmet' && severity === 'blocks');
  if (isBroken || copies.some(({ verdict }) => verdict === 'broken')) return 'broken';
  return copies.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'works';
}

/** Whether this is the message that the job ended with, in whatever wording. */
const isSame = ({ id, text: words }: JobMessage, said: string): boolean =>
  words === said || recognize(said).some(({ by, sentence }) => by === 'whole' && sentence.id === id);

/** Whoever judges knows which action was lacking, not in whose account: the gap in the facts tells. */
const located = (finding: Diagnosed, facts: CopyFacts): Diagnosed =>
  finding.outcome === 'unknown' && finding.grant !== undefined
    ? { ...finding, actor: lackingAt(facts, finding.grant) ?? finding.actor }
    : finding;

function addEvidence(known: Evidence[], more: readonly Evidence[]): void {
  for (const each of more) {
    if (!known.some(({ origin, quote }) => origin === each.origin && quote === each.quote)) known.push(each);
  }
}

const URGENCY: readonly Severity[] = ['blocks', 'will-block', 'risk', 'remark'];

/**
 * Faults before what is not known; the urgent ones first; then what stops most copies; then in the order of the chain, which the judge
 * keeps.
 */
const inOrderOfAction = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  [...findings].sort(
    (one, other) =>
      Number(one.outcome === 'unknown') - Number(other.outcome === 'unknown') ||
      URGENCY.indexOf(one.severity) - URGENCY.indexOf(other.severity) ||
      other.copies.length - one.copies.length,
  );
