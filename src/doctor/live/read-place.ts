import type { DestinationFacts } from '../../decision/facts.ts';
import type { Answer, Place, PlaceRecord } from '../fact-source.ts';
import { toFact } from './live-calls.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** What other services have set for an account in one Region. */
export async function readPlace(reader: Reader, place: Place): Promise<Answer<PlaceRecord>> {
  return { allowedImageAccounts: await readAllowedImages(reader, place) };
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
