import * as backup from '../../../messages/backup.ts';
import { type RestoreJobRow, restoreJobById } from '../../../storage/records/restore-jobs.ts';
import type { Call, Services } from '../operation.ts';
import { isForgotten } from './is-forgotten.ts';
import { authorizeOnAll } from './vault-access.ts';
import { mayWatch } from './watched-accounts.ts';

/** A restore job that the caller may look at. Throws ResourceNotFoundException for any other. */
export async function openRestoreJob(
  services: Services,
  call: Call,
  { action, jobId }: { action: string; jobId: string },
): Promise<RestoreJobRow> {
  await authorizeOnAll(services, call, action);
  const job = await services.records.read((db) => restoreJobById(db, jobId));
  if (job === undefined || isForgotten(job, call) || !(await mayWatch(services, call, job)))
    throw backup.restoreJobNotFound(jobId);
  return job;
}
