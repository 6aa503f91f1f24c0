import type { CalculatedLifecycle, Lifecycle as LifecycleShape } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { type AppliedLifecycle, type Lifecycle, lifecycleFault } from '../../../model/lifecycle.ts';
import { present, toDate } from './present.ts';

/** The lifecycle of a request, in our words; nothing where none was given. Throws what AWS says of one that cannot be. */
export function parseLifecycle(shape: LifecycleShape | undefined): Lifecycle | undefined {
  const lifecycle = toLifecycle(shape);
  const fault = lifecycle && lifecycleFault(lifecycle);
  if (fault !== undefined) throw backup.lifecycleInvalid(fault);
  return lifecycle;
}

/** The same without a look at whether it can be: a plan's faults are told with the rule's name. */
export function toLifecycle(shape: LifecycleShape | undefined): Lifecycle | undefined {
  if (shape === undefined) return undefined;
  return present<Lifecycle>({
    moveToColdAfterDays: shape.MoveToColdStorageAfterDays,
    deleteAfterDays: shape.DeleteAfterDays,
    optInToArchive: shape.OptInToArchiveForSupportedResources,
  });
}

/** Nothing where there is nothing to say: AWS leaves an empty lifecycle out. `deleteAfterEvent`: of a point that is there for its copies only. */
export function toLifecycleShape(
  lifecycle: Lifecycle | AppliedLifecycle | undefined,
  { deleteAfterEvent }: { readonly deleteAfterEvent?: string | null } = {},
): LifecycleShape | undefined {
  if (lifecycle === undefined && !deleteAfterEvent) return undefined;
  const shape = present<LifecycleShape>({
    MoveToColdStorageAfterDays: lifecycle?.moveToColdAfterDays,
    DeleteAfterDays: lifecycle?.deleteAfterDays,
    OptInToArchiveForSupportedResources:
      lifecycle !== undefined && 'optInToArchive' in lifecycle ? lifecycle.optInToArchive : undefined,
    DeleteAfterEvent: deleteAfterEvent as LifecycleShape['DeleteAfterEvent'] | null | undefined,
  });
  return Object.keys(shape).length === 0 ? undefined : shape;
}

/** The moments at which a point moves and ends; nothing for one that stays for ever. */
export function toCalculatedLifecycle({ moveToColdAt, deleteAt }: AppliedLifecycle): CalculatedLifecycle | undefined {
  if (moveToColdAt === undefined && deleteAt === undefined) return undefined;
  return present<CalculatedLifecycle>({ MoveToColdStorageAt: toDate(moveToColdAt), DeleteAt: toDate(deleteAt) });
}
