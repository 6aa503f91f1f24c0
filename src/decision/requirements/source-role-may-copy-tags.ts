import * as copyJob from '../../messages/copy-job.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import type { Reply } from '../ask.ts';
import { ask } from '../ask.ts';
import type { CopyFacts, PointFacts, RoleFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { judgeRole } from '../judge-role.ts';
import type { Requirement } from '../requirement.ts';
import { notApplicable, unknown } from '../requirement.ts';
import { resourceTags, resourceTagsLeaning, userTags } from '../tag-context.ts';

/**
 * A point with tags is copied with them: the role must be able to read them, and for types that AWS Backup fully manages to set them
 * (`backup:TagResource`). https://docs.aws.amazon.com/aws-backup/latest/devguide/troubleshooting.html
 */
export const sourceRoleMayCopyTags: Requirement = {
  id: 'source-role-may-copy-tags',
  gate: 'tags',
  sources: ['FM-ROLE-8', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/troubleshooting.html'],
  judge(facts) {
    const point = knownOf(facts.source.point);
    if (point !== undefined) {
      if (isUnknown(point.tags)) return unknown(point.tags);
      if (Object.keys(userTags(point.tags)).length === 0) return notApplicable('the recovery point has no tags');
    }
    return judgeRole(facts, {
      sentence: copyJob.tagsNotCopied,
      ask: (role, each) => askTagRights(facts, role, each),
    });
  },
};

function askTagRights(facts: CopyFacts, actor: RoleFacts, point: PointFacts): readonly Reply[] {
  const { source } = facts;
  const about = { facts, actor, actorSide: source, resourceSide: source };
  const context = resourceTags(point.tags);
  const leansOn = [resourceTagsLeaning(point.tags)];
  const list = ask({ ...about, action: 'backup:ListTags', resource: source.pointArn, context, leansOn });
  const get = ask({ ...about, action: 'tag:GetResources', resource: '*' });
  const read = easier(list, get);
  if (!isFullyManaged(point.resourceType, point.attributes)) return [read];
  return [read, ask({ ...about, action: 'backup:TagResource', resource: source.pointArn, context, leansOn })];
}

/** Either will do. */
function easier(one: Reply, other: Reply): Reply {
  const ease = { allowed: 0, unknown: 1, denied: 2 } as const;
  return ease[one.outcome] < ease[other.outcome] ? one : other;
}
