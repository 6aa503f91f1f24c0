import type { GetRestoreJobMetadataInput, GetRestoreJobMetadataOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { openRestoreJob } from './open-restore-job.ts';

/** The map that the restore was started with. */
export const getRestoreJobMetadata: Operation<GetRestoreJobMetadataInput, GetRestoreJobMetadataOutput> = async (
  services,
  input,
  call,
) => {
  const job = await openRestoreJob(services, call, {
    action: 'backup:GetRestoreJobMetadata',
    jobId: input.RestoreJobId,
  });
  return { RestoreJobId: job.id, Metadata: JSON.parse(job.metadata) as Record<string, string> };
};
