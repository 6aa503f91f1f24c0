import { coldRecallMs } from '../model/cold-recall.ts';
import type { ResourceType } from '../model/resource-type.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import { noteReadableAt, type RestoreJobRow } from '../storage/records/restore-jobs.ts';
import { JobPause } from './failure.ts';
import type { JobContext } from './job-context.ts';
import { COLD_RECALL_MACHINE_MS } from './limits.ts';

/**
 * Returns once a restore may read its point. From cold storage AWS restores hours later: under a manual clock the job stays RUNNING so long (throws
 * JobPause), or a moment of the machine's time where that clock stands still. On the real clock our bytes are there at once, and who has lost
 * something is not made to wait.
 */
export async function awaitRecall(context: JobContext, job: RestoreJobRow, point: RecoveryPointRow): Promise<void> {
  const { records, clock, machineClock, imitatesRecall } = context;
  if (!imitatesRecall || point.storage_class !== 'COLD') return;
  const at = job.readable_at ?? clock.now() + coldRecallMs(point.resource_type as ResourceType);
  const byMachine = job.readable_by_machine ?? machineClock.now() + COLD_RECALL_MACHINE_MS;
  if (job.readable_at === null) await records.write((db) => noteReadableAt(db, job.id, { at, byMachine }));
  if (clock.now() < at && machineClock.now() < byMachine)
    throw new JobPause(at, { machineUntil: byMachine, staysRunning: true });
}
