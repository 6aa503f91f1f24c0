import type { JobMessage } from '../messages/job-message.ts';
import type { Text } from '../words/text.ts';
import type { Remedy } from './remedy.ts';
import type { Actor, Evidence } from './requirement.ts';

/** A link of the chain that a copy passes, as it is drawn. `failure-modes` 1: G0 to G9. */
export type Gate =
  | 'caller'
  | 'organization'
  | 'role'
  | 'recovery-point'
  | 'source-key'
  | 'share'
  | 'destination-vault'
  | 'destination-key'
  | 'destination-account'
  | 'tags'
  | 'life-cycle'
  | 'plan'
  | 'way-back';

/** `blocks`: this copy fails. `will-block`: it works today and fails from a known day or event on. `risk`: works and harms. `remark`: worth knowing. */
export type Severity = 'blocks' | 'will-block' | 'risk' | 'remark';

/** What was found of one thing that bears on a copy. Requirements block; what only the doctor looks at may be of any severity. */
export interface Diagnosed {
  /** The requirement's id, or the check's: says what holds when all is well. */
  readonly id: string;
  readonly gate: Gate;
  readonly outcome: 'met' | 'unmet' | 'unknown' | 'not-applicable';
  /** Of its being unmet. */
  readonly severity: Severity;
  /** What is the matter, in a line. */
  readonly title: Text;
  /** Why, in a few sentences; nothing where the title says it all. */
  readonly explanation?: Text;
  readonly actor: Actor;
  /** What AWS would say. */
  readonly sentence?: JobMessage;
  readonly evidence: readonly Evidence[];
  /** The smallest change that suffices first, then the change as AWS documents it, where that is another. */
  readonly mends: readonly Mend[];
  /** The IAM action that was lacking, where the outcome is unknown. */
  readonly grant?: string;
  /** Rows of failure-modes (`FM-KMS-5`) and pages of AWS. */
  readonly sources: readonly string[];
}

export interface Mend {
  readonly kind: 'smallest' | 'documented';
  readonly actor: Actor;
  readonly text: Text;
  /** For machines; nothing where only a person can act. */
  readonly remedy?: Remedy;
}

export interface Diagnosis {
  /** `works`: nothing blocks and nothing that could is unknown. `unknown`: only unknowns stand in the way. */
  readonly verdict: 'works' | 'broken' | 'unknown';
  /** All of them, in the order of the chain; met ones too. */
  readonly findings: readonly Diagnosed[];
}
