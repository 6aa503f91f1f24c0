import type { ResourceType } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

const COMPOSITE: readonly ResourceType[] = ['CloudFormation', 'EKS', 'SAP HANA on Amazon EC2'];

/** A recovery point that is made of others is copied member by member, each by the rules of its own type. */
export const membersCanBeCopied: Check = {
  id: 'members-can-be-copied',
  gate: 'recovery-point',
  severity: 'remark',
  sources: ['FM-TYP-16'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    const type = knownOf(point)?.resourceType;
    if (type === undefined) return notApplicable('there is no recovery point');
    if (!COMPOSITE.includes(type)) return met();
    return found({
      parts: { type },
      actor: atSource(facts),
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'ResourceType', quote: type }],
      mends: [smallest(atSource(facts), text('mend.members-can-be-copied'))],
    });
  },
};
