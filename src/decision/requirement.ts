import type { JobMessage } from '../messages/job-message.ts';
import type { Text } from '../words/text.ts';
import type { Gate, Mend } from './diagnosis.ts';
import type { CopyFacts, SideFacts, Unknown } from './facts.ts';
import type { Remedy } from './remedy.ts';

/** One condition for a copy. Pure: the same facts give the same answer. */
export interface Requirement {
  /** Says what holds when all is well: `same-organization`. */
  readonly id: string;
  readonly gate: Gate;
  /** Rows of failure-modes (`FM-KMS-5`) and pages of AWS. */
  readonly sources: readonly string[];
  judge(facts: CopyFacts): Answer;
}

export type Answer =
  | { readonly outcome: 'met' }
  /** Nothing to judge: the copy is of another kind, or a requirement further up has failed for the same reason. */
  | { readonly outcome: 'not-applicable'; readonly because: string }
  /** Depends on what could not be read. `grant` is the IAM action that would tell. */
  | { readonly outcome: 'unknown'; readonly grant: string }
  | Unmet;

export interface Unmet {
  readonly outcome: 'unmet';
  /** As AWS would speak it. */
  readonly sentence: JobMessage;
  readonly actor: Actor;
  /** The smallest change that suffices first, then the change as AWS documents it, where that is another. */
  readonly mends: readonly Mend[];
  readonly evidence: readonly Evidence[];
}

/** Who must act. `nobody`: no setting helps, the copy has to be planned otherwise. */
export interface Actor {
  readonly side: 'source' | 'destination' | 'management' | 'nobody';
  readonly account?: string;
}

/** What was found and where, quoted from the document or record that decides. */
export interface Evidence {
  /** `key policy of arn:aws:kms:…`, `vault arn:aws:backup:…` */
  readonly origin: string;
  /** Sid, or the name of a member; with the line where a document has several: `statement 2, line 14`. */
  readonly place?: string;
  readonly quote: string;
}

export type Finding = Answer & { readonly requirement: string };

export const met = (): Answer => ({ outcome: 'met' });
export const notApplicable = (because: string): Answer => ({ outcome: 'not-applicable', because });
export const unmet = (parts: Omit<Unmet, 'outcome'>): Answer => ({ outcome: 'unmet', ...parts });
/** Passes on what a fact says of itself. */
export const unknown = ({ unknown: { grant } }: Unknown): Answer => ({ outcome: 'unknown', grant });

export const smallest = (actor: Actor, text: Text, remedy?: Remedy): Mend => ({
  kind: 'smallest',
  actor,
  text,
  ...(remedy && { remedy }),
});
/** As AWS's pages write it: may grant more than this copy needs. */
export const documented = (actor: Actor, text: Text, remedy?: Remedy): Mend => ({
  ...smallest(actor, text, remedy),
  kind: 'documented',
});

export const atSource = ({ source }: CopyFacts): Actor => ({ side: 'source', account: source.account });
export const atDestination = ({ destination }: CopyFacts): Actor => ({
  side: 'destination',
  account: destination.account,
});
export const nobody: Actor = { side: 'nobody' };

/** The management account of the organization that rules a side, as far as it is known. */
export function atManagement({ organization }: Pick<SideFacts, 'organization'>): Actor {
  const isKnown = organization !== null && !('unknown' in organization);
  return { side: 'management', ...(isKnown ? { account: organization.managementAccount } : {}) };
}
