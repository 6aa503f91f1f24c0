import * as copyJob from '../../messages/copy-job.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { ask } from '../ask.ts';
import { isCrossAccount, knownOf } from '../facts.ts';
import { judgeRole } from '../judge-role.ts';
import type { Requirement } from '../requirement.ts';
import { notApplicable } from '../requirement.ts';
import { resourceTags, resourceTagsLeaning } from '../tag-context.ts';

/**
 * The role may share the snapshot, image or backup with the destination account, which is how types that AWS Backup does not fully
 * manage leave theirs. The tag tells that AWS Backup made it: the managed policy asks for that.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export const sourceRoleMayShare: Requirement = {
  id: 'source-role-may-share',
  gate: 'share',
  sources: ['FM-ROLE-5', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    const point = knownOf(facts.source.point);
    const action = point && shareAction(point.resourceType, point.attributes);
    if (point !== undefined && action === undefined) return notApplicable('AWS Backup fully manages the type');
    return judgeRole(facts, {
      sentence: copyJob.notAuthorized,
      ask: (actor, { tags, resourceArn }) => {
        if (action === undefined) return [];
        const context = { ...resourceTags(tags), 'aws:ResourceTag/aws:backup:source-resource': resourceArn };
        const { source } = facts;
        const leansOn = [resourceTagsLeaning(tags)];
        return [
          ask({
            facts,
            actor,
            actorSide: source,
            action,
            resource: source.pointArn,
            resourceSide: source,
            context,
            leansOn,
          }),
        ];
      },
    });
  },
};

function shareAction(type: ResourceType, attributes: ResourceAttributes): string | undefined {
  if (isFullyManaged(type, attributes)) return undefined;
  switch (type) {
    case 'EBS':
    case 'Storage Gateway':
      return 'ec2:ModifySnapshotAttribute';
    case 'EC2':
      return 'ec2:ModifyImageAttribute';
    case 'RDS':
      return attributes.isMultiAzCluster ? 'rds:ModifyDBClusterSnapshotAttribute' : 'rds:ModifyDBSnapshotAttribute';
    case 'Aurora':
    case 'DocumentDB':
    case 'Neptune':
      return 'rds:ModifyDBClusterSnapshotAttribute';
    case 'FSx':
      return 'fsx:ManageBackupPrincipalAssociations';
    default:
      return undefined;
  }
}
