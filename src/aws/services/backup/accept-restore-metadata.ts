import { findKey } from '../../../keys/find-key.ts';
import * as backup from '../../../messages/backup.ts';
import { ServiceError } from '../../../messages/service-error.ts';
import { awsManagedKeyAliasOf, type ResourceType } from '../../../model/resource-type.ts';
import { RESTORE_TO, type RestoreMetadata, restoreKeyOf, wantsEncryption } from '../../../model/restore-metadata.ts';
import type { RecoveryPointRow } from '../../../storage/records/recovery-points.ts';
import type { Call, Services } from '../operation.ts';
import { RESTORE_METADATA_ENTRIES_MAX, RESTORE_METADATA_LENGTH_MAX } from './limits.ts';

/** The entry that EBS knows for its key; the runner reads any of them. */
const KEY_ENTRY = 'kmsKeyId';

/**
 * The map of a restore as the job keeps it: as given, with the KMS key named by its ARN. Where encryption is asked for and no key is
 * named, a resource that was not encrypted gets the AWS managed key of its type. What each type asks for beyond that is not judged: the
 * adapters take what they know. Throws for maps that are too large, keys that are not there and places that are no file URL.
 */
export async function acceptRestoreMetadata(
  services: Services,
  call: Call,
  { metadata, point }: { metadata: RestoreMetadata; point: RecoveryPointRow },
): Promise<RestoreMetadata> {
  const length = Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (Object.keys(metadata).length > RESTORE_METADATA_ENTRIES_MAX || length > RESTORE_METADATA_LENGTH_MAX) {
    throw backup.restoreMetadataInvalid('It is too large.');
  }
  const place = metadata[RESTORE_TO];
  if (place !== undefined && !isFileUrl(place)) {
    throw backup.restoreMetadataInvalid(`${RESTORE_TO} is not a file URL with an absolute path.`);
  }
  const named = restoreKeyOf(metadata);
  if (named !== undefined) return { ...metadata, [named.entry]: await toKeyArn(services, call, named.keyId) };
  if (wantsEncryption(metadata) !== true || point.key_arn !== null) return metadata;
  const alias = awsManagedKeyAliasOf(point.resource_type as ResourceType);
  const { account } = call.principal;
  return { ...metadata, [KEY_ENTRY]: await services.keys.awsManagedKey({ account, region: call.region, alias }) };
}

/** Whether the server may write there is for its operator's roots to say, when the job runs. */
const isFileUrl = (text: string): boolean => /^file:\/\/\/[^\0]*$/.test(text);

async function toKeyArn(services: Services, { principal, region }: Call, keyId: string): Promise<string> {
  const { account } = principal;
  try {
    if (keyId.startsWith('alias/aws/')) return await services.keys.awsManagedKey({ account, region, alias: keyId });
    const { key } = await findKey(services, { keyId, region, principal, action: 'kms:DescribeKey' });
    if (key.state !== 'Enabled') throw backup.keyUnusable(keyId);
    return key.arn;
  } catch (error) {
    if (error instanceof ServiceError && error.fault === 'client') throw backup.keyUnusable(keyId);
    throw error;
  }
}
