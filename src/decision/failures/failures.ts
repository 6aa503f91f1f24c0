import { en } from '../../words/en.ts';
import type { TextId } from '../../words/text.ts';
import { checks } from '../checks.ts';
import { GATES } from '../diagnose-copy.ts';
import { planFailures } from '../diagnose-plan.ts';
import type { Gate } from '../diagnosis.ts';
import { requirements } from '../requirements.ts';

/** Something that the doctor looks at, apart from any copy: what its page in `docs/failures` is about. */
export interface Failure {
  readonly id: string;
  readonly gate: Gate;
  readonly title: TextId;
  readonly why?: TextId;
  readonly sources: readonly string[];
}

/** The id under which a finding has its page: the way back has the same failures as the way there. */
export const failureIdOf = (findingId: string): string => findingId.replace(/^way-back\./, '');

/** Every requirement and check, of copies and of plans, in the order of the chain. */
export const failures: readonly Failure[] = GATES.flatMap((gate) =>
  [...requirements, ...checks, ...planFailures].filter((each) => each.gate === gate).map(toFailure),
);

function toFailure({ id, gate, sources }: Pick<Failure, 'id' | 'gate' | 'sources'>): Failure {
  const why = `why.${id}`;
  return { id, gate, sources, title: `title.${id}` as TextId, ...(why in en ? { why: why as TextId } : {}) };
}
