import type { Diagnosed, Diagnosis, Gate, Severity } from '../decision/diagnosis.ts';
import type { CopyFacts } from '../decision/facts.ts';
import type { Remedy } from '../decision/remedy.ts';
import type { Actor, Evidence } from '../decision/requirement.ts';
import type { Event } from '../decision/what-if.ts';
import type { MessageCategory } from '../messages/message-category.ts';
import type { Origin } from '../messages/service-error.ts';
import type { Language } from '../words/text.ts';

/** The form of `--output json`; a change that breaks readers raises the number. `docs/doctor.md` describes it. */
export const REPORT_SCHEMA = 'crossvault.doctor/1';

export type Mark = 'ok' | 'broken' | 'unknown' | 'remark';

/** What the doctor has to say, in the reader's language: of one copy, or of many that share their faults. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly language: Language;
  readonly verdict: Diagnosis['verdict'];
  /** The day whose rules hold; nothing for the newest. */
  readonly asOf?: string;
  /** What was supposed to happen. Then `copies` are those that would break by it, judged as they would be afterwards. */
  readonly supposed?: { readonly event: Event; readonly text: string; readonly lookedAt: number };
  readonly copies: readonly ReportedCopy[];
  /** What is not met and not known, each once, however many copies it stops: in the order in which to act. */
  readonly findings: readonly ReportedFinding[];
  /** Lists that could not be read, so that copies may be missing here. */
  readonly gaps: readonly { readonly what: string; readonly grant: string }[];
}

export interface ReportedCopy {
  /** Where the copy comes from, when it is one of many: a plan's rule, a job. */
  readonly label?: string;
  readonly verdict: Diagnosis['verdict'];
  readonly source: ReportedSide & { readonly recoveryPointArn: string };
  readonly destination: ReportedSide;
  readonly resourceType?: string;
  readonly resourceArn?: string;
  readonly roleArn: string;
  readonly chain: readonly ReportedLink[];
  /** Every requirement and check by its id. */
  readonly outcomes: Readonly<Record<string, Diagnosed['outcome']>>;
  /** What the job would say: the first blocking fault's sentence. */
  readonly sentence?: string;
  /** What the job has said, where there is one. */
  readonly said?: string;
}

export interface ReportedSide {
  readonly account: string;
  readonly region: string;
  readonly vaultArn: string;
}

export interface ReportedLink {
  readonly gate: Gate;
  readonly name: string;
  readonly mark: Mark;
}

export interface ReportedFinding {
  readonly id: string;
  readonly gate: Gate;
  readonly outcome: 'unmet' | 'unknown';
  readonly severity: Severity;
  readonly title: string;
  readonly explanation?: string;
  /** The job that was asked about ended with this fault's message. */
  readonly isSaid?: boolean;
  readonly actor: Actor;
  readonly sentence?: {
    readonly id: string;
    readonly text: string;
    readonly category: MessageCategory;
    readonly origin: Origin;
  };
  readonly evidence: readonly Evidence[];
  readonly mends: readonly ReportedMend[];
  readonly grant?: string;
  readonly sources: readonly string[];
  /** Places in `copies`; empty for a finding that belongs to the whole. */
  readonly copies: readonly number[];
}

export interface ReportedMend {
  readonly kind: 'smallest' | 'documented';
  readonly actor: Actor;
  readonly text: string;
  readonly remedy?: Remedy;
  /** The remedy in the form that was asked for: a command, a document. */
  readonly rendered?: string;
}

/** One copy that was looked at. */
export interface Examined {
  readonly facts: CopyFacts;
  readonly diagnosis: Diagnosis;
  readonly label?: string;
  /** The message of its job. */
  readonly said?: string;
}
