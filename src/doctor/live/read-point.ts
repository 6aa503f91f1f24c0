import type { DescribeRecoveryPointOutput } from '@aws-sdk/client-backup';
import type { Fact, PointFacts, Tags } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { isResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import type { Answer, PointName } from '../fact-source.ts';
import type { OpenDoor } from './doors.ts';
import { toFact } from './live-calls.ts';
import { readServiceFacts } from './read-snapshot.ts';
import { readBackupTags, vaultNames } from './read-vault.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** A recovery point, with what the service that owns it tells of it. */
export async function readPoint(reader: Reader, { arn, vaultArn }: PointName): Promise<Answer<PointFacts>> {
  const vault = parseVaultArn(vaultArn);
  const door = vault && doorOf(reader, vault.account);
  if (vault === undefined) return undefined;
  if (door === undefined) return noDoor('backup:DescribeRecoveryPoint');
  const { region, name: BackupVaultName } = vault;
  const [described, tags] = await Promise.all([
    door.ask('backup:DescribeRecoveryPoint', region, { BackupVaultName, RecoveryPointArn: arn }),
    readPointTags(reader, door, region, arn),
  ]);
  if (described.kind === 'missing') return null;
  if (described.kind === 'refused') return described.unknown;
  const point = described.value;
  const { ResourceType: resourceType = '', ResourceArn: resourceArn = '', Lifecycle: lifecycle = {} } = point;
  if (!isResourceType(resourceType)) return unknownFor('backup:DescribeRecoveryPoint');
  return {
    resourceArn,
    resourceType,
    ...(await readAttributes({ reader, door, region, arn, vaultName: BackupVaultName }, resourceType, resourceArn)),
    ...(await readServiceFacts(reader, { door, region, arn, keyArn: point.EncryptionKeyArn })),
    status: point.Status ?? 'COMPLETED',
    storageClass: point.StorageClass ?? 'WARM',
    ...encryptionOf(point),
    createdAt: point.CreationDate?.getTime() ?? 0,
    moveToColdAfterDays: lifecycle.MoveToColdStorageAfterDays ?? null,
    deleteAfterDays: lifecycle.DeleteAfterDays ?? null,
    tags,
  };
}

function encryptionOf({ IsEncrypted, EncryptionKeyArn }: DescribeRecoveryPointOutput): Partial<PointFacts> {
  const isEncrypted = IsEncrypted ?? EncryptionKeyArn !== undefined;
  if (!isEncrypted) return { isEncrypted, keyArn: null };
  // Encrypted, and the key is not told: that of an air-gapped vault which AWS owns.
  return { isEncrypted, ...(EncryptionKeyArn !== undefined && { keyArn: EncryptionKeyArn }) };
}

/** AWS Backup tells the tags of points in its own name space; of others, the services that own them. */
async function readPointTags(reader: Reader, door: OpenDoor, region: string, arn: string): Promise<Fact<Tags>> {
  const { service = '', resource = '' } = parseArn(arn) ?? {};
  if (service === 'backup' || reader.ownServer !== undefined) return readBackupTags(door, region, arn);
  if (service === 'rds') {
    const answer = await door.ask('rds:ListTagsForResource', region, { ResourceName: arn });
    return toFact(answer, ({ TagList = [] }) => toTags(TagList)) ?? {};
  }
  const id = resource.slice(resource.lastIndexOf('/') + 1);
  if (service === 'ec2' && resource.startsWith('snapshot/')) {
    const answer = await door.ask('ec2:DescribeSnapshots', region, { SnapshotIds: [id] });
    return toFact(answer, ({ Snapshots = [] }) => toTags(Snapshots[0]?.Tags ?? [])) ?? {};
  }
  if (service === 'ec2') {
    const answer = await door.ask('ec2:DescribeImages', region, { ImageIds: [id] });
    return toFact(answer, ({ Images = [] }) => toTags(Images[0]?.Tags ?? [])) ?? {};
  }
  return unknownFor(`${service}:ListTagsForResource`);
}

const toTags = (tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]): Tags =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));

interface PointPlace {
  readonly reader: Reader;
  readonly door: OpenDoor;
  readonly region: string;
  readonly arn: string;
  readonly vaultName: string;
}

type Attributes = Pick<PointFacts, 'attributes' | 'unknownAttributes'>;

/** What the type's rules ask beside the type. Names tell most of it; for the rest one more call is made. */
async function readAttributes(place: PointPlace, type: ResourceType, resourceArn: string): Promise<Attributes> {
  const told = place.reader.ownServer?.resources?.get(resourceArn)?.attributes;
  const named = { ...told, ...attributesInNames(type, { pointArn: place.arn, resourceArn }) };
  if (told !== undefined) return { attributes: named };
  if (type === 'FSx' && named.fsxType === undefined) return withFsxType(place, named);
  if (type === 'EC2') return withMarketplace(place, named);
  return { attributes: named };
}

/** A DynamoDB point without the advanced features, a Multi-AZ cluster and an ONTAP volume have ARNs of their own. */
export function attributesInNames(
  type: ResourceType,
  { pointArn, resourceArn }: { readonly pointArn?: string; readonly resourceArn: string },
): ResourceAttributes {
  const resource = parseArn(resourceArn)?.resource ?? '';
  if (type === 'DynamoDB' && pointArn?.split(':')[2] === 'dynamodb') return { isAdvanced: false };
  if (type === 'RDS' && resource.startsWith('cluster:')) return { isMultiAzCluster: true };
  if (type === 'FSx' && resource.startsWith('volume/'))
    return { fsxType: resource.includes('fsvol') ? 'ONTAP' : 'OPENZFS' };
  return {};
}

async function withFsxType(
  { door, region, arn, vaultName }: PointPlace,
  named: ResourceAttributes,
): Promise<Attributes> {
  const answer = await door.ask('backup:GetRecoveryPointRestoreMetadata', region, {
    BackupVaultName: vaultName,
    RecoveryPointArn: arn,
  });
  const told = toFact(answer, ({ RestoreMetadata = {} }) => RestoreMetadata.FileSystemType?.toUpperCase() ?? null);
  if (told !== null && !isUnknown(told) && isFsxType(told)) return { attributes: { ...named, fsxType: told } };
  const blank = unknownFor('backup:GetRecoveryPointRestoreMetadata');
  return { attributes: named, unknownAttributes: { fsxType: blank } };
}

const isFsxType = (text: string): text is NonNullable<ResourceAttributes['fsxType']> =>
  ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'].includes(text);

async function withMarketplace(place: PointPlace, named: ResourceAttributes): Promise<Attributes> {
  const { door, region, arn, reader } = place;
  const blank = unknownFor('ec2:DescribeImages');
  if (reader.ownServer !== undefined) return { attributes: named, unknownAttributes: { isMarketplace: blank } };
  const ImageIds = [arn.slice(arn.lastIndexOf('/') + 1)];
  const image = toFact(
    await door.ask('ec2:DescribeImages', region, { ImageIds }),
    ({ Images = [] }) => Images[0] ?? null,
  );
  if (image === null || isUnknown(image)) return { attributes: named, unknownAttributes: { isMarketplace: blank } };
  const isMarketplace = (image.ProductCodes ?? []).some(({ ProductCodeType }) => ProductCodeType === 'marketplace');
  return { attributes: isMarketplace ? { ...named, isMarketplace } : named };
}

/**
 * ARN of the vault in which a point lies, where the request does not say: each vault of the Region is asked. `null` where all have answered
 * and none has it; nothing where some may not be asked.
 */
export async function findVaultOfPoint(
  door: OpenDoor,
  region: string,
  pointArn: string,
): Promise<string | null | undefined> {
  const names = await vaultNames(door, region);
  if (names === undefined) return undefined;
  const answers = await Promise.all(
    names.map((BackupVaultName) =>
      door.ask('backup:DescribeRecoveryPoint', region, { BackupVaultName, RecoveryPointArn: pointArn }),
    ),
  );
  const found = answers.find((answer) => answer.kind === 'answered');
  if (found !== undefined) return found.value.BackupVaultArn;
  return answers.some(({ kind }) => kind === 'refused') ? undefined : null;
}
