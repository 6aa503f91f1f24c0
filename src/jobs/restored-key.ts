import { granteeOf, JOB_GRANT_OPERATIONS } from '../decision/key-uses.ts';
import { findKey } from '../keys/find-key.ts';
import type { Principal } from '../model/principal.ts';
import {
  awsManagedKeyAliasOf,
  isFullyManaged,
  kmsServiceOf,
  type ResourceAttributes,
  type ResourceType,
} from '../model/resource-type.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { RestoreJobRow } from '../storage/records/restore-jobs.ts';
import type { JobContext } from './job-context.ts';

/**
 * The key of the resource that a restore makes: the one its metadata names (`kmsKeyId`, in any case: an ARN, id or alias), the type's AWS managed
 * key where it only asks for encryption, else the recovery point's own. Nothing for an unencrypted one. The role must be able to let the
 * owning service use a key that the metadata names; throws the key service's refusal otherwise.
 */
export async function restoredKey(
  context: JobContext,
  { job, point, role }: { job: RestoreJobRow; point: RecoveryPointRow; role: Principal },
): Promise<string | undefined> {
  const metadata = lowerCased(JSON.parse(job.metadata) as Record<string, string>);
  const type = point.resource_type as ResourceType;
  const attributes = JSON.parse(point.resource_attributes) as ResourceAttributes;
  const named = metadata['kmskeyid'];
  if (named !== undefined)
    return await namedKey(context, { job, role, named, service: kmsServiceOf(type, attributes) });
  if (point.key_arn !== null && !isFullyManaged(type, attributes)) return point.key_arn;
  if (metadata['encrypted'] !== 'true' || isFullyManaged(type, attributes)) return undefined;
  return await context.keys.awsManagedKey({
    account: job.account_id,
    region: job.region,
    alias: awsManagedKeyAliasOf(type),
  });
}

async function namedKey(
  { records, clock, keys }: JobContext,
  { job, role, named, service }: { job: RestoreJobRow; role: Principal; named: string; service: string },
): Promise<string> {
  const { key } = await findKey(
    { records, clock },
    { keyId: named, region: job.region, principal: role, action: 'kms:CreateGrant' },
  );
  const viaService = `${service}.${job.region}.amazonaws.com`;
  const use = { principal: role, viaService };
  const grantee = granteeOf(viaService);
  const { grantId, grantToken } = await keys.createGrant(use, {
    keyId: key.arn,
    region: job.region,
    grantee,
    retiring: grantee,
    operations: JOB_GRANT_OPERATIONS,
    name: `crossvault-${job.id}-restored`,
    isForAwsResource: true,
  });
  const owner: Principal = { kind: 'service', account: '', arn: grantee, userId: grantee };
  await keys.retireGrant({ principal: owner, grantTokens: [grantToken] }, { keyArn: key.arn, grantId });
  return key.arn;
}

const lowerCased = (metadata: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value]));
