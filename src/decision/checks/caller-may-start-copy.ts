import { ask } from '../ask.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import type { RoleFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import { mendDenials } from '../mend-denials.ts';
import { atSource, met, notApplicable, unknown } from '../requirement.ts';
import { resourceTags, resourceTagsLeaning } from '../tag-context.ts';
import { mendsOfCaller } from './mends-of-caller.ts';

/** Whoever starts the copy may call StartCopyJob on the recovery point. A plan needs no caller. */
export const callerMayStartCopy: Check = {
  id: 'caller-may-start-copy',
  gate: 'caller',
  severity: 'blocks',
  sources: ['https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html'],
  judge(facts) {
    const { caller, source } = facts;
    if (caller === undefined || caller === null) return notApplicable('nobody in particular starts the copy');
    if (isUnknown(caller)) return unknown(caller);
    const tags = source.point === null || isUnknown(source.point) ? {} : source.point.tags;
    const reply = ask({
      facts,
      actor: caller satisfies RoleFacts,
      actorSide: source,
      action: 'backup:StartCopyJob',
      resource: source.pointArn,
      resourceSide: source,
      context: resourceTags(tags),
      leansOn: [resourceTagsLeaning(isUnknown(source.point) ? source.point : tags)],
    });
    if (reply.outcome === 'unknown') return unknown(reply.unknown);
    if (reply.outcome === 'allowed') return met();
    const mends = [...mendDenials(facts, [reply]), ...mendsOfCaller(facts, reply)];
    return found({ actor: mends[0]?.actor ?? atSource(facts), evidence: reply.evidence, mends });
  },
};
