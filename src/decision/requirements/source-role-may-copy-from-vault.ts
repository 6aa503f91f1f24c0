import * as copyJob from '../../messages/copy-job.ts';
import type { Reply } from '../ask.ts';
import { ask } from '../ask.ts';
import type { CopyFacts, PointFacts, RoleFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { judgeRole } from '../judge-role.ts';
import type { Requirement } from '../requirement.ts';
import { resourceTags, resourceTagsLeaning } from '../tag-context.ts';
import { vaultAccessPolicy } from '../vault-access.ts';

/**
 * The role may let the point out of its vault: `backup:CopyFromBackupVault` on the point, with the vaults and organization paths it
 * goes to as `backup:CopyTargets` and `backup:CopyTargetOrgPaths`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
 */
export const sourceRoleMayCopyFromVault: Requirement = {
  id: 'source-role-may-copy-from-vault',
  gate: 'role',
  sources: [
    'FM-SCP-1',
    'FM-SCP-2',
    'FM-SCP-5',
    'FM-ROLE-4',
    'FM-SCP-8',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html',
  ],
  judge(facts) {
    return judgeRole(facts, {
      sentence: copyJob.accessDenied,
      ask: (role, point) => [askCopyFrom(facts, role, point)],
    });
  },
};

function askCopyFrom(facts: CopyFacts, actor: RoleFacts, point: PointFacts): Reply {
  const { source, destination } = facts;
  const { organization } = destination;
  const path = isUnknown(organization) ? organization : (organization?.path ?? null);
  const vault = knownOf(source.vault);
  return ask({
    facts,
    actor,
    actorSide: source,
    action: 'backup:CopyFromBackupVault',
    resource: source.pointArn,
    resourceSide: source,
    context: {
      'backup:CopyTargets': [destination.vaultArn],
      'backup:CopyTargetOrgPaths': path === null || isUnknown(path) ? [] : [path],
      ...resourceTags(point.tags),
    },
    leansOn: [resourceTagsLeaning(point.tags), { fact: path, keys: 'backup:copytargetorgpaths' }],
    policyOwner: source.vaultArn,
    resourcePolicy: isUnknown(source.vault)
      ? source.vault
      : ((vault && vaultAccessPolicy(vault, source.vaultArn)) ?? null),
  });
}
