import type { DescribeCopyJobInput, DescribeCopyJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { copyJobById } from '../../../storage/records/copy-jobs.ts';
import type { Operation } from '../operation.ts';
import { readArrivals, toCopyJobShape } from './copy-job-shape.ts';
import { isForgotten } from './is-forgotten.ts';
import { authorizeOnAll } from './vault-access.ts';
import { mayWatch } from './watched-accounts.ts';

export const describeCopyJob: Operation<DescribeCopyJobInput, DescribeCopyJobOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:DescribeCopyJob');
  const job = await services.records.read((db) => copyJobById(db, input.CopyJobId));
  if (job === undefined || isForgotten(job, call) || !(await mayWatch(services, call, job)))
    throw backup.copyJobNotFound(input.CopyJobId);
  const arrivals = await services.records.read((db) => readArrivals(db, [job]));
  return { CopyJob: toCopyJobShape(job, arrivals) };
};
