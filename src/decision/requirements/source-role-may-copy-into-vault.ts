import * as copyJob from '../../messages/copy-job.ts';
import type { Reply } from '../ask.ts';
import { anyResourcePolicy } from '../ask.ts';
import type { CopyFacts, PointFacts, RoleFacts } from '../facts.ts';
import { isCrossAccount } from '../facts.ts';
import { judgeRole } from '../judge-role.ts';
import type { Requirement } from '../requirement.ts';
import { askCopyInto } from '../vault-access.ts';

/**
 * The role may write into the destination vault, as far as its own policies, its organization's and those above the vault go. What
 * the vault itself says is `destination-vault-admits-source`.
 */
export const sourceRoleMayCopyIntoVault: Requirement = {
  id: 'source-role-may-copy-into-vault',
  gate: 'role',
  sources: [
    'FM-ROLE-4',
    'FM-SCP-3',
    'FM-SCP-8',
    'FM-REG-3',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html',
  ],
  judge(facts) {
    return judgeRole(facts, {
      sentence: copyJob.accessDenied,
      ask: (role, point) => [askRoleSide(facts, role, point)],
    });
  },
};

/**
 * Without the vault's word: across accounts it is taken to admit, within one account its silence. Within one account the vault alone
 * may also let the role in.
 */
function askRoleSide(facts: CopyFacts, role: RoleFacts, point: PointFacts): Reply {
  const isCross = isCrossAccount(facts);
  const byRole = askCopyInto(facts, { role, point, resourcePolicy: isCross ? anyResourcePolicy : null });
  if (isCross || byRole.outcome !== 'denied') return byRole;
  const byVault = askCopyInto(facts, { role, point });
  return byVault.outcome === 'denied' ? byRole : byVault;
}
