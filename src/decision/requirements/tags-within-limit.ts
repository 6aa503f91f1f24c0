import * as copyJob from '../../messages/copy-job.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, unknown, unmet } from '../requirement.ts';
import { userTags } from '../tag-context.ts';

/** AWS's limit for user tags on a resource, which a copy obeys as well. */
const TAGS_MAX = 50;

/** The copy has no more tags than AWS allows; the service's own (`aws:`) do not count. */
export const tagsWithinLimit: Requirement = {
  id: 'tags-within-limit',
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (isUnknown(point.tags)) return unknown(point.tags);
    const count = Object.keys(userTags(point.tags)).length;
    if (count <= TAGS_MAX) return met();
    return unmet({
      sentence: copyJob.tooManyTags(),
      actor: atSource(facts),
      mend: `Take ${count - TAGS_MAX} of the tags off the recovery point.`,
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'tags', quote: String(count) }],
    });
  },
};
