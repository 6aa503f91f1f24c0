import type { DescribeRestoreJobInput, DescribeRestoreJobOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { openRestoreJob } from './open-restore-job.ts';
import { toRestoreJobShape } from './restore-job-shape.ts';

export const describeRestoreJob: Operation<DescribeRestoreJobInput, DescribeRestoreJobOutput> = async (
  services,
  input,
  call,
) =>
  toRestoreJobShape(
    await openRestoreJob(services, call, { action: 'backup:DescribeRestoreJob', jobId: input.RestoreJobId }),
  );
