import type { UpdateRecoveryPointLifecycleInput, UpdateRecoveryPointLifecycleOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { hasColdTier } from '../../../model/cold-tier.ts';
import { type AppliedLifecycle, applyLifecycle, type Lifecycle } from '../../../model/lifecycle.ts';
import type { ResourceAttributes, ResourceType } from '../../../model/resource-type.ts';
import { type RecoveryPointRow, setRecoveryPointLifecycle } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { parseLifecycle, toCalculatedLifecycle, toLifecycleShape } from './lifecycle-shape.ts';
import { present } from './present.ts';
import { requireUnlocked } from './require-unlocked.ts';
import { tellRefusals } from './tell-refusals.ts';
import { openRecoveryPoint } from './vault-access.ts';

const DAY_MS = 86_400_000;

/** Gives a point another lifecycle, counted from its creation as before; `-1` for both days keeps it for ever. */
export const updateRecoveryPointLifecycle: Operation<
  UpdateRecoveryPointLifecycleInput,
  UpdateRecoveryPointLifecycleOutput
> = async (services, input, call) => {
  const { vault, point } = await openRecoveryPoint(services, call, {
    action: 'backup:UpdateRecoveryPointLifecycle',
    vaultName: input.BackupVaultName,
    recoveryPointArn: input.RecoveryPointArn,
  });
  const requested = parseLifecycle(input.Lifecycle);
  if (requested === undefined) throw backup.memberMissing('Lifecycle');
  const lifecycle = applyTo(point, requested, call.now);
  const deed = { deed: 'UpdateRecoveryPointLifecycle', arn: point.arn };
  await tellRefusals(services, call, deed, () =>
    services.records.write(async (db) => {
      await requireUnlocked(db, vault.arn);
      await setRecoveryPointLifecycle(db, point.arn, lifecycle, call.now);
    }),
  );
  return present<UpdateRecoveryPointLifecycleOutput>({
    BackupVaultArn: vault.arn,
    RecoveryPointArn: point.arn,
    Lifecycle: toLifecycleShape(lifecycle),
    CalculatedLifecycle: toCalculatedLifecycle(lifecycle),
  });
};

/** A move that lies ahead must be a day away; one that has happened stays. Developer Guide, "Editing a backup". */
function applyTo(point: RecoveryPointRow, lifecycle: Lifecycle, now: number): AppliedLifecycle {
  const attributes = JSON.parse(point.resource_attributes) as ResourceAttributes;
  const hasCold = hasColdTier(point.resource_type as ResourceType, { attributes, lifecycle });
  const applied = applyLifecycle({ lifecycle, createdAt: point.created_at, hasColdTier: hasCold });
  const isMoveChanged = applied.moveToColdAfterDays !== (point.move_to_cold_after_days ?? undefined);
  if (!isMoveChanged) return applied;
  if (point.storage_class === 'COLD') throw backup.lifecycleAlreadyCold();
  if (applied.moveToColdAt !== undefined && applied.moveToColdAt < now + DAY_MS) throw backup.lifecycleMoveTooEarly();
  return applied;
}
