import type { JobMessage } from '../messages/job-message.ts';
import type { PolicyKind } from '../policy/evaluation.ts';
import { type TextId, text } from '../words/text.ts';
import type { Reply } from './ask.ts';
import type { CopyFacts, PointFacts, RoleFacts } from './facts.ts';
import { isUnknown } from './facts.ts';
import type { Remedy } from './remedy.ts';
import type { Actor, Answer } from './requirement.ts';
import { atDestination, atManagement, atSource, met, notApplicable, smallest, unknown, unmet } from './requirement.ts';

/** Something that the role of the job must be allowed to do. */
export interface RoleQuestion {
  readonly sentence: () => JobMessage;
  /** What a statement in the role's own policies would have to allow, on what. */
  readonly actions: readonly string[];
  readonly resource: string;
  /** Who owns what is acted on. */
  readonly on: 'source' | 'destination';
  /** Every reply must be a yes. */
  readonly ask: (role: RoleFacts, point: PointFacts) => readonly Reply[];
}

/** Judges what the role of the job needs; says who must act by the kind of document that stands in the way. */
export function judgeRole(facts: CopyFacts, question: RoleQuestion): Answer {
  const { found } = facts.role;
  const { point } = facts.source;
  if (isUnknown(found)) return unknown(found);
  if (isUnknown(point)) return unknown(point);
  if (found === null || point === null) return notApplicable('role or point is missing');
  const replies = question.ask(found, point);
  const denied = replies.find((reply) => reply.outcome === 'denied');
  if (denied) return refusal(facts, question, denied);
  const blank = replies.find((reply) => reply.outcome === 'unknown');
  return blank ? unknown(blank.unknown) : met();
}

function refusal(
  facts: CopyFacts,
  question: RoleQuestion,
  { evaluation, evidence }: Extract<Reply, { outcome: 'denied' }>,
): Answer {
  const { role } = facts;
  const { actions, sentence, resource, on } = question;
  const kind = evaluation.decidedBy ?? 'identity';
  const actor = actorFor(facts, { kind, on });
  const isOwn = kind === 'identity' && evaluation.outcome === 'implicit-deny';
  const remedy: Remedy = {
    kind: 'add-role-statements',
    roleArn: role.arn,
    statements: [{ Sid: 'CopyBackups', Effect: 'Allow', Action: actions, Resource: resource }],
  };
  return unmet({
    sentence: sentence(),
    actor,
    mends: [
      isOwn
        ? smallest(actor, text('mend.role-lacks-actions', { role: role.arn, actions: actions.join(', ') }), remedy)
        : smallest(actor, text(WORDS[kind], { role: role.arn, actions: actions.join(', ') })),
    ],
    evidence,
  });
}

const WORDS: Readonly<Record<PolicyKind, TextId>> = {
  identity: 'mend.role-stopped-by.identity',
  'permissions-boundary': 'mend.role-stopped-by.permissions-boundary',
  session: 'mend.role-stopped-by.session',
  'service-control': 'mend.role-stopped-by.service-control',
  'resource-control': 'mend.role-stopped-by.resource-control',
  resource: 'mend.role-stopped-by.resource',
};

function actorFor(facts: CopyFacts, { kind, on }: { kind: PolicyKind; on: RoleQuestion['on'] }): Actor {
  if (kind === 'service-control') return atManagement(facts.source);
  if (kind === 'resource-control') return atManagement(facts[on]);
  return kind === 'resource' && on === 'destination' ? atDestination(facts) : atSource(facts);
}
