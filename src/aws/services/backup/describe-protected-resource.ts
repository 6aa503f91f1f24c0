import type { DescribeProtectedResourceInput, DescribeProtectedResourceOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { resourceTypeOf } from '../../../model/resource-type.ts';
import { listProtectedResources } from '../../../storage/records/protected-resources.ts';
import { latestRestoreOf, type RestoreJobRow } from '../../../storage/records/restore-jobs.ts';
import type { Operation } from '../operation.ts';
import { present, toDate } from './present.ts';
import { toProtectedResourceShape } from './protected-resource-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/** A resource with its newest recovery point and its latest restore. Throws for one that has no recovery points. */
export const describeProtectedResource: Operation<
  DescribeProtectedResourceInput,
  DescribeProtectedResourceOutput
> = async (services, { ResourceArn: resourceArn }, call) => {
  await authorizeOnAll(services, call, 'backup:DescribeProtectedResource');
  if (resourceTypeOf(resourceArn) === undefined) throw backup.unsupportedResource(resourceArn);
  const filter = { account: call.principal.account, region: call.region, resourceArn };
  const { resource, restore } = await services.records.read(async (db) => ({
    resource: (await listProtectedResources(db, filter, { limit: 1 }))[0],
    restore: await latestRestoreOf(db, filter),
  }));
  if (resource === undefined) throw backup.resourceNotFound(resourceArn);
  return { ...toProtectedResourceShape(resource), ...(restore === undefined ? {} : toLatestRestore(restore)) };
};

const MINUTE_MS = 60_000;

function toLatestRestore(restore: RestoreJobRow): DescribeProtectedResourceOutput {
  const durationMs = (restore.completed_at ?? restore.created_at) - restore.created_at;
  return present<DescribeProtectedResourceOutput>({
    ResourceArn: restore.resource_arn,
    ResourceType: restore.resource_type,
    LastBackupTime: undefined,
    ResourceName: undefined,
    LastBackupVaultArn: undefined,
    LastRecoveryPointArn: undefined,
    LatestRestoreExecutionTimeMinutes: Math.ceil(durationMs / MINUTE_MS),
    LatestRestoreJobCreationDate: toDate(restore.created_at),
    LatestRestoreRecoveryPointCreationDate: toDate(restore.recovery_point_created_at),
  });
}
