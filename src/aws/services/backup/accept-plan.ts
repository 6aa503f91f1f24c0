import type { BackupPlanInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { BackupPlan } from '../../../model/backup-plan.ts';
import { planFault } from '../../../model/plan-fault.ts';
import type { Random } from '../../../util/random.ts';
import { acceptTags } from './accept-tags.ts';
import { toPlan } from './plan-shape.ts';

/** The plan of a request, with defaults and rule ids. Throws what AWS says of a plan that cannot be. */
export function acceptPlan(
  shape: BackupPlanInput,
  source: { readonly random: Random; readonly before?: BackupPlan },
): BackupPlan {
  const plan = toPlan(shape, source);
  const fault = planFault(plan);
  if (fault !== undefined) throw backup.planInvalid(fault);
  for (const { recoveryPointTags } of plan.rules) acceptTags(recoveryPointTags);
  return plan;
}
