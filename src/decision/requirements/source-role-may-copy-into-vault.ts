import * as copyJob from '../../messages/copy-job.ts';
import type { Reply } from '../ask.ts';
import { anyResourcePolicy } from '../ask.ts';
import type { CopyFacts, PointFacts, RoleFacts } from '../facts.ts';
import { isCrossAccount, knownOf } from '../facts.ts';
import { judgeRole } from '../judge-role.ts';
import type { Requirement } from '../requirement.ts';
import { askCopyInto } from '../vault-access.ts';

/**
 * The role may write into the destination vault, as far as its own policies, its organization's and those above the vault go. What
 * the vault itself says is `destination-vault-admits-source`.
 */
export const sourceRoleMayCopyIntoVault: Requirement = {
  id: 'source-role-may-copy-into-vault',
  judge(facts) {
    return judgeRole(facts, {
      sentence: copyJob.accessDenied,
      actions: ['backup:CopyIntoBackupVault'],
      resource: facts.destination.vaultArn,
      ask: (role, point) => [askRoleSide(facts, role, point)],
    });
  },
};

/** With the vault's word taken as given: across accounts it admits, within one it may be silent. */
function askRoleSide(facts: CopyFacts, role: RoleFacts, point: PointFacts): Reply {
  const asItIs = askCopyInto(facts, { role, point });
  if (asItIs.outcome !== 'denied' || knownOf(facts.destination.vault) === undefined) return asItIs;
  return askCopyInto(facts, { role, point, resourcePolicy: isCrossAccount(facts) ? anyResourcePolicy : null });
}
