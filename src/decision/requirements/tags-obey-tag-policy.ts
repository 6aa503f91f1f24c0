import * as copyJob from '../../messages/copy-job.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { Requirement } from '../requirement.ts';
import { atManagement, atSource, documented, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';
import { userTags } from '../tag-context.ts';
import { correctedTag, type TagPolicyViolation, tagPolicyViolations } from '../tag-policy.ts';

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
    const violations = tagPolicyViolations({ document: tagPolicy, tags, resourceTypes: written });
    const [violation] = violations;
    if (violation === undefined) return met();
    return unmet({
      sentence: copyJob.tagPolicyViolated(violation.key),
      actor: atManagement(destination),
      mends: [
        smallest(
          atSource(facts),
          text('mend.tags-obey-tag-policy.tag', { key: violations.map(({ key }) => key).join(', ') }),
          remedyOf(facts, violations),
        ),
        documented(atManagement(destination), text('mend.tags-obey-tag-policy.policy', { key: violation.key })),
      ],
      evidence: violations.flatMap(({ key, rule, value }) => [
        { origin: `effective tag policy of account ${destination.account}`, place: key, quote: rule },
        { origin: 'tags of the recovery point', place: key, quote: value },
      ]),
    });
  },
};

/** Nothing where somebody has to choose among values. */
function remedyOf({ source }: CopyFacts, violations: readonly TagPolicyViolation[]): Remedy | undefined {
  const corrected = violations.map(correctedTag);
  if (!corrected.every((tag) => tag !== undefined)) return undefined;
  const tags = Object.fromEntries(corrected);
  const removes = violations.flatMap(({ key }) => (Object.hasOwn(tags, key) ? [] : [key]));
  return { kind: 'tag-point', pointArn: source.pointArn, removes, tags };
}

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
