import * as copyJob from '../../messages/copy-job.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atManagement, atSource, documented, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';
import { userTags } from '../tag-context.ts';
import { tagPolicyViolation } from '../tag-policy.ts';

/**
 * The copy's tags obey the destination account's effective tag policy, where it is enforced for what is written there. Missing tags are
 * never a violation. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html
 */
export const tagsObeyTagPolicy: Requirement = {
  id: 'tags-obey-tag-policy',
  gate: 'tags',
  sources: [
    'FM-TAG-1',
    'FM-TAG-2',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html',
  ],
  judge(facts) {
    const { source, destination } = facts;
    const { point } = source;
    const { tagPolicy } = destination;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (isUnknown(point.tags)) return unknown(point.tags);
    const tags = userTags(point.tags);
    if (Object.keys(tags).length === 0) return notApplicable('the recovery point has no tags');
    if (isUnknown(tagPolicy)) return unknown(tagPolicy);
    if (tagPolicy === null) return met();
    const written = writtenTypes(point.resourceType, point.attributes);
    const violation = tagPolicyViolation({ document: tagPolicy, tags, resourceTypes: written });
    if (violation === undefined) return met();
    return unmet({
      sentence: copyJob.tagPolicyViolated(violation.key),
      actor: atManagement(destination),
      mends: [
        smallest(atSource(facts), text('mend.tags-obey-tag-policy.tag', { key: violation.key })),
        documented(atManagement(destination), text('mend.tags-obey-tag-policy.policy', { key: violation.key })),
      ],
      evidence: [
        {
          origin: `effective tag policy of account ${destination.account}`,
          place: violation.key,
          quote: violation.rule,
        },
        { origin: 'tags of the recovery point', place: violation.key, quote: violation.value },
      ],
    });
  },
};

/** What comes into being in the destination, as tag policies name it. INFERRED for the types that no page names. */
function writtenTypes(type: ResourceType, attributes: ResourceAttributes): readonly string[] {
  if (isFullyManaged(type, attributes)) return ['backup:recovery-point'];
  switch (type) {
    case 'EC2':
      return ['ec2:image', 'ec2:snapshot'];
    case 'EBS':
    case 'Storage Gateway':
      return ['ec2:snapshot'];
    case 'FSx':
      return ['fsx:backup'];
    case 'RDS':
      return attributes.isMultiAzCluster ? ['rds:cluster-snapshot'] : ['rds:snapshot'];
    default:
      return ['rds:cluster-snapshot'];
  }
}
