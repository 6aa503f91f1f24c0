import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';
import { userTags } from '../tag-context.ts';

/** AWS's limit for user tags on a resource, which a copy obeys as well. */
const TAGS_MAX = 50;

/** The copy has no more tags than AWS allows; the service's own (`aws:`) do not count. */
export const tagsWithinLimit: Requirement = {
  id: 'tags-within-limit',
  gate: 'tags',
  sources: ['FM-TAG-3', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html'],
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
      mends: [smallest(atSource(facts), text('mend.tags-within-limit', { count: String(count - TAGS_MAX) }))],
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'tags', quote: String(count) }],
    });
  },
};
