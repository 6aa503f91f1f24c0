import { text } from '../../words/text.ts';
import type { Denial } from '../ask.ts';
import type { Mend } from '../diagnosis.ts';
import type { CopyFacts } from '../facts.ts';
import { atSource, smallest } from '../requirement.ts';

/** The caller's own policies say nothing of what was asked. */
export function mendsOfCaller(facts: CopyFacts, { evaluation, question }: Denial): readonly Mend[] {
  if (evaluation.outcome !== 'implicit-deny' || evaluation.decidedBy !== 'identity') return [];
  const { action, resource, actor } = question;
  const parts = { caller: actor.principal.arn, action, resource };
  return [smallest(atSource(facts), text('mend.caller-lacks-action', parts))];
}
