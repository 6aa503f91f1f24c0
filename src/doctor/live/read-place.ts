import type { DestinationFacts, Fact } from '../../decision/facts.ts';
import type { Answer, Place, PlaceRecord } from '../fact-source.ts';
import { toFact } from './live-calls.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** What other services have set for an account in one Region. */
export async function readPlace(reader: Reader, place: Place): Promise<Answer<PlaceRecord>> {
  const [allowedImageAccounts, isRegionEnabled, load] = await Promise.all([
    readAllowedImages(reader, place),
    readIsEnabled(reader, place),
    readLoad(reader, place),
  ]);
  return {
    allowedImageAccounts,
    ...(isRegionEnabled !== undefined && { isRegionEnabled }),
    ...(load !== undefined && { load }),
  };
}

/** Nothing for a Crossvault server, where every Region is open. */
async function readIsEnabled(reader: Reader, { account, region }: Place): Promise<Fact<boolean> | undefined> {
  if (reader.ownServer !== undefined) return undefined;
  const door = doorOf(reader, account);
  if (door === undefined) return noDoor('account:GetRegionOptStatus');
  const answer = await door.ask('account:GetRegionOptStatus', door.homeRegion, { RegionName: region });
  const isEnabled = toFact(answer, ({ RegionOptStatus: status }) => status?.startsWith('ENABLED') ?? false);
  return isEnabled ?? false;
}

/** How many snapshots of databases there are, and may be. */
async function readLoad(reader: Reader, { account, region }: Place): Promise<PlaceRecord['load']> {
  const door = doorOf(reader, account);
  if (reader.ownServer !== undefined || door === undefined) return undefined;
  const answer = await door.ask('rds:DescribeAccountAttributes', region, {});
  const load = toFact(answer, ({ AccountQuotas = [] }) => {
    const quota = AccountQuotas.find(({ AccountQuotaName }) => AccountQuotaName === 'ManualSnapshots');
    return { ...(quota && { rdsSnapshots: quota.Used ?? 0, rdsSnapshotsMax: quota.Max ?? 0 }) };
  });
  return load ?? {};
}

/**
 * Accounts whose images EC2 admits. The setting is off, or only looks on (`audit-mode`), unless it says `enabled`. Providers are ids of
 * accounts or names such as `amazon` and `aws-backup-vault`.
 */
async function readAllowedImages(
  reader: Reader,
  { account, region }: Place,
): Promise<DestinationFacts['allowedImageAccounts']> {
  // A Crossvault server has no such setting: no account restricts its images.
  if (reader.ownServer !== undefined) return null;
  const door = doorOf(reader, account);
  if (door === undefined) return noDoor('ec2:GetAllowedImagesSettings');
  const answer = await door.ask('ec2:GetAllowedImagesSettings', region, {});
  return toFact(answer, ({ State, ImageCriteria = [] }) =>
    State === 'enabled' ? ImageCriteria.flatMap(({ ImageProviders = [] }) => ImageProviders) : null,
  );
}
