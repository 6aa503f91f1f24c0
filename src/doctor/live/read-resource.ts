import type { Fact, PointFacts, Tags } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { resourceTypeOf } from '../../model/resource-type.ts';
import type { OpenDoor } from './doors.ts';
import { toFact } from './live-calls.ts';
import { attributesInNames } from './read-point.ts';
import { doorOf, type Reader } from './reader.ts';

/** A resource that has not been backed up yet, as far as its points will take after it. */
export interface ResourceFacts {
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly unknownAttributes?: PointFacts['unknownAttributes'];
  /** Its own encryption, which counts for types that AWS Backup does not fully manage. */
  readonly isEncrypted: Fact<boolean>;
  readonly keyArn: Fact<string | null>;
  readonly tags: Fact<Tags>;
}

/** What its own service tells of a resource. Nothing for an ARN of no type that AWS Backup knows. */
export async function readResource(reader: Reader | undefined, arn: string): Promise<ResourceFacts | undefined> {
  const own = reader?.ownServer?.resources?.get(arn);
  if (own !== undefined) {
    const { type, attributes, tags, kmsKeyArn } = own;
    return { type, attributes, tags, isEncrypted: kmsKeyArn !== null, keyArn: kmsKeyArn };
  }
  const type = resourceTypeOf(arn);
  if (type === undefined) return undefined;
  const plain: ResourceFacts = {
    type,
    attributes: attributesInNames(type, { resourceArn: arn }),
    ...unknownEncryption(`${parseArn(arn)?.service}:Describe`),
    tags: unknownFor('tag:GetResources'),
  };
  const { account = '', region = '' } = parseArn(arn) ?? {};
  const door = reader?.ownServer === undefined && reader !== undefined ? doorOf(reader, account) : undefined;
  switch (type) {
    case 'EBS':
      return { ...plain, ...(await readVolume(door, region, arn)) };
    case 'EC2':
      return {
        ...plain,
        ...unknownEncryption('ec2:DescribeVolumes'),
        unknownAttributes: { isMarketplace: unknownFor('ec2:DescribeImages') },
      };
    case 'RDS':
      return { ...plain, ...(await readDatabase(door, region, arn)) };
    case 'Aurora':
      return { ...plain, ...(await readCluster(door, region, arn)) };
    case 'FSx':
      return {
        ...plain,
        ...unknownEncryption('fsx:DescribeFileSystems'),
        ...(plain.attributes.fsxType === undefined && {
          unknownAttributes: { fsxType: unknownFor('fsx:DescribeFileSystems') },
        }),
      };
    default:
      return plain;
  }
}

type Encryption = Pick<ResourceFacts, 'isEncrypted' | 'keyArn'>;

const unknownEncryption = (grant: string): Encryption => ({
  isEncrypted: unknownFor(grant),
  keyArn: unknownFor(grant),
});

const encryption = (isEncrypted: boolean, keyArn: string | undefined): Encryption => ({
  isEncrypted,
  keyArn: isEncrypted ? (keyArn ?? null) : null,
});

const toTags = (tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]): Tags =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));

async function readVolume(door: OpenDoor | undefined, region: string, arn: string): Promise<Partial<ResourceFacts>> {
  const blank = unknownEncryption('ec2:DescribeVolumes');
  if (door === undefined) return blank;
  const VolumeIds = [arn.slice(arn.lastIndexOf('/') + 1)];
  const volume = toFact(await door.ask('ec2:DescribeVolumes', region, { VolumeIds }), ({ Volumes = [] }) => Volumes[0]);
  if (volume === undefined || volume === null || isUnknown(volume)) return blank;
  return { ...encryption(volume.Encrypted === true, volume.KmsKeyId), tags: toTags(volume.Tags ?? []) };
}

async function readDatabase(door: OpenDoor | undefined, region: string, arn: string): Promise<Partial<ResourceFacts>> {
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const blank = unknownEncryption('rds:DescribeDBInstances');
  if (door === undefined) return blank;
  const answer = await door.ask('rds:DescribeDBInstances', region, { DBInstanceIdentifier: name });
  const database = toFact(answer, ({ DBInstances = [] }) => DBInstances[0]);
  if (database === undefined || database === null || isUnknown(database)) return blank;
  return { ...encryption(database.StorageEncrypted === true, database.KmsKeyId), tags: toTags(database.TagList ?? []) };
}

/** Aurora, DocumentDB, Neptune and Multi-AZ clusters share one shape of ARN; the engine tells them apart. */
async function readCluster(door: OpenDoor | undefined, region: string, arn: string): Promise<Partial<ResourceFacts>> {
  const blank = unknownEncryption('rds:DescribeDBClusters');
  if (door === undefined) return blank;
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const answer = await door.ask('rds:DescribeDBClusters', region, { DBClusterIdentifier: name });
  const cluster = toFact(answer, ({ DBClusters = [] }) => DBClusters[0]);
  if (cluster === undefined || cluster === null || isUnknown(cluster)) return blank;
  const type = typeOfEngine(cluster.Engine ?? '');
  return {
    type,
    attributes: type === 'RDS' ? { isMultiAzCluster: true } : {},
    ...encryption(cluster.StorageEncrypted === true, cluster.KmsKeyId),
    tags: toTags(cluster.TagList ?? []),
  };
}

function typeOfEngine(engine: string): ResourceType {
  if (engine.startsWith('aurora')) return 'Aurora';
  if (engine.startsWith('docdb')) return 'DocumentDB';
  return engine.startsWith('neptune') ? 'Neptune' : 'RDS';
}
