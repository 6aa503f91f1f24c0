import { ask } from '../ask.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { mendDenials } from '../mend-denials.ts';
import { atSource, met, notApplicable, unknown } from '../requirement.ts';
import { mendsOfCaller } from './mends-of-caller.ts';

/** Whoever starts the copy may hand its role to AWS Backup. https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html */
export const callerMayPassRole: Check = {
  id: 'caller-may-pass-role',
  gate: 'caller',
  severity: 'blocks',
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html'],
  judge(facts) {
    const { caller, source, role } = facts;
    if (caller === undefined || caller === null) return notApplicable('nobody in particular starts the copy');
    if (isUnknown(caller)) return unknown(caller);
    const reply = ask({
      facts,
      actor: caller,
      actorSide: source,
      action: 'iam:PassRole',
      resource: role.arn,
      resourceSide: source,
      context: { 'iam:PassedToService': 'backup.amazonaws.com' },
    });
    if (reply.outcome === 'unknown') return unknown(reply.unknown);
    if (reply.outcome === 'allowed') return met();
    const mends = [...mendDenials(facts, [reply]), ...mendsOfCaller(facts, reply)];
    return found({ actor: mends[0]?.actor ?? atSource(facts), evidence: reply.evidence, mends });
  },
};
