import type { JobMessage } from '../messages/job-message.ts';
import type { Denial, Reply } from './ask.ts';
import { roleNamed } from './expected-roles.ts';
import type { CopyFacts, PointFacts, RoleFacts } from './facts.ts';
import { isUnknown } from './facts.ts';
import { denials, mendRole } from './mend-denials.ts';
import type { Answer } from './requirement.ts';
import { atSource, met, notApplicable, unknown, unmet } from './requirement.ts';

/** Something that the role of the job must be allowed to do. */
export interface RoleQuestion {
  readonly sentence: () => JobMessage;
  /** Every reply must be a yes. */
  readonly ask: (role: RoleFacts, point: PointFacts) => readonly Reply[];
}

/** Judges what the role of the job needs; says who must act by the kind of document that stands in the way. */
export function judgeRole(facts: CopyFacts, question: RoleQuestion): Answer {
  const { found } = facts.role;
  const { point } = facts.source;
  if (isUnknown(found)) return unknown(found);
  if (isUnknown(point)) return unknown(point);
  const role = found ?? expected(facts);
  if (role === undefined || point === null) return notApplicable('role or point is missing');
  const replies = question.ask(role, point);
  const denied = denials(replies);
  if (denied.length > 0) return refusal(facts, question, denied);
  const blank = replies.find((reply) => reply.outcome === 'unknown');
  return blank ? unknown(blank.unknown) : met();
}

function refusal(facts: CopyFacts, { sentence }: RoleQuestion, denied: readonly Denial[]): Answer {
  const mends = mendRole(facts, denied);
  const evidence = denied.flatMap((each) => each.evidence);
  return unmet({ sentence: sentence(), actor: mends[0]?.actor ?? atSource(facts), mends, evidence });
}

/** A role that is missing can be judged by what stands above its account, where that is known: it would bind the role made again. */
function expected(facts: CopyFacts): RoleFacts | undefined {
  const { serviceControl } = facts.source;
  return serviceControl === undefined || isUnknown(serviceControl) ? undefined : roleNamed(facts);
}
