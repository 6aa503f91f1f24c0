import type { JobMessage } from '../messages/job-message.ts';
import type { Text } from '../words/text.ts';
import type { Gate, Mend, Severity } from './diagnosis.ts';
import type { CopyFacts } from './facts.ts';
import type { Actor, Evidence } from './requirement.ts';

/**
 * Something that only the doctor looks at: what stops a copy before the job, what will stop it later, what works and harms. Pure. Words
 * stand under `ok.ID`, `title.ID` and `why.ID`.
 */
export interface Check {
  /** Says what holds when all is well. */
  readonly id: string;
  readonly gate: Gate;
  /** Of its being unmet, where the answer does not say otherwise. */
  readonly severity: Severity;
  readonly sources: readonly string[];
  judge(facts: CopyFacts): CheckAnswer;
}

export type CheckAnswer =
  | { readonly outcome: 'met' }
  | { readonly outcome: 'not-applicable'; readonly because: string }
  | { readonly outcome: 'unknown'; readonly grant: string }
  | Found;

export interface Found {
  readonly outcome: 'unmet';
  readonly severity?: Severity;
  /** For the braces of the title and of the explanation. */
  readonly parts?: Text['parts'];
  readonly actor: Actor;
  readonly sentence?: JobMessage;
  readonly evidence: readonly Evidence[];
  readonly mends: readonly Mend[];
}

export const found = (parts: Omit<Found, 'outcome'>): Found => ({ outcome: 'unmet', ...parts });
