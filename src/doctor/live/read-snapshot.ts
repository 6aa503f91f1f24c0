import type { Fact, KeyFacts, PointFacts } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import { complete, KEY } from '../complete.ts';
import type { OpenDoor } from './doors.ts';
import { allKnown, toFact, toFactOr } from './live-calls.ts';
import { readKey } from './read-key.ts';
import type { Reader } from './reader.ts';

interface Snapshot {
  readonly door: OpenDoor;
  readonly region: string;
  readonly arn: string;
  /** Of the point, as AWS Backup tells it. */
  readonly keyArn: string | undefined;
}

/** What RDS and EC2 know of their snapshots and AWS Backup does not tell. Nothing for other types, and for a Crossvault server, which has neither service. */
export async function readServiceFacts(
  reader: Reader,
  snapshot: Snapshot,
): Promise<Partial<Pick<PointFacts, 'engine' | 'persistentOptions' | 'otherKeys'>>> {
  const { service, resource = '' } = parseArn(snapshot.arn) ?? {};
  if (reader.ownServer !== undefined) return {};
  if (service === 'rds' && resource.startsWith('snapshot:')) return readDatabaseSnapshot(snapshot, resource);
  if (service === 'rds' && resource.startsWith('cluster-snapshot:')) return readClusterSnapshot(snapshot, resource);
  if (service === 'ec2' && resource.startsWith('image/')) return { otherKeys: await readOtherKeys(reader, snapshot) };
  return {};
}

async function readDatabaseSnapshot({ door, region }: Snapshot, resource: string) {
  const answer = await door.ask('rds:DescribeDBSnapshots', region, {
    DBSnapshotIdentifier: resource.slice('snapshot:'.length),
  });
  const found = toFact(answer, ({ DBSnapshots = [] }) => DBSnapshots[0] ?? null);
  const blank = unknownFor('rds:DescribeDBSnapshots');
  if (found === null || isUnknown(found)) return { engine: blank, persistentOptions: blank };
  return {
    engine: found.Engine ?? null,
    persistentOptions: await readPersistentOptions(door, region, found.OptionGroupName),
  };
}

async function readPersistentOptions(
  door: OpenDoor,
  region: string,
  OptionGroupName: string | undefined,
): Promise<Fact<readonly string[]>> {
  if (OptionGroupName === undefined) return [];
  const answer = await door.ask('rds:DescribeOptionGroups', region, { OptionGroupName });
  const read = toFactOr(
    answer,
    ({ OptionGroupsList = [] }) =>
      OptionGroupsList.flatMap(({ Options = [] }) => Options).flatMap(({ Persistent, Permanent, OptionName = [] }) =>
        Persistent === true || Permanent === true ? OptionName : [],
      ),
    [],
  );
  return read;
}

async function readClusterSnapshot({ door, region }: Snapshot, resource: string) {
  const answer = await door.ask('rds:DescribeDBClusterSnapshots', region, {
    DBClusterSnapshotIdentifier: resource.slice('cluster-snapshot:'.length),
  });
  return { engine: toFact(answer, ({ DBClusterSnapshots = [] }) => DBClusterSnapshots[0]?.Engine ?? null) };
}

/** Keys of an image's snapshots beside the one that AWS Backup tells, each once. A key of a further account may be one that nobody can enter. */
async function readOtherKeys(
  reader: Reader,
  { door, region, arn, keyArn }: Snapshot,
): Promise<Fact<readonly KeyFacts[]>> {
  const ImageIds = [arn.slice(arn.lastIndexOf('/') + 1)];
  const image = toFact(
    await door.ask('ec2:DescribeImages', region, { ImageIds }),
    ({ Images = [] }) => Images[0] ?? null,
  );
  if (image === null || isUnknown(image)) return unknownFor('ec2:DescribeImages');
  const SnapshotIds = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);
  if (SnapshotIds.length === 0) return [];
  const snapshots = toFact(
    await door.ask('ec2:DescribeSnapshots', region, { SnapshotIds }),
    (answer) => answer.Snapshots ?? [],
  );
  if (snapshots === null || isUnknown(snapshots)) return unknownFor('ec2:DescribeSnapshots');
  const arns = new Set(
    snapshots.flatMap(({ KmsKeyId }) => (KmsKeyId === undefined || KmsKeyId === keyArn ? [] : KmsKeyId)),
  );
  const keys = await Promise.all([...arns].map(async (each) => complete(await readKey(reader, each), KEY)));
  const known = allKnown(keys);
  return isUnknown(known) ? known : known.filter((key) => key !== null);
}
