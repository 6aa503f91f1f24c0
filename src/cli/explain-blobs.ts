import { printS3Place, type S3Place } from '../storage/blobs/s3/s3-place.ts';
import type { StorageError } from '../storage/storage-error.ts';

/** What keeps a server from its bucket, with the way out. Nothing for errors that are not about it. */
export function explainBlobs({ kind, facts }: StorageError, place: S3Place): string | undefined {
  const where = printS3Place(place);
  const code = facts['code'] ?? kind;
  const endpoint = place.endpoint ?? 'AWS';
  switch (kind) {
    case 'in-use':
      return facts['host'] === undefined
        ? undefined
        : `${where} is in use by another crossvault server, on ${facts['host']} (${facts['directory']}). Stop that one, or name another prefix with --blobs.`;
    case 'access-denied':
      return `${where} refuses (${code}): these credentials need ${facts['right'] ?? 's3:*'} there. docs/buckets.md has the whole policy; credentials come from the environment or a profile, as for every AWS client.`;
    case 'bucket-missing':
      return `There is no bucket ${place.bucket} at ${endpoint}. Make it, or mend --blobs.`;
    case 'store-unfit':
      return `The store at ${endpoint} lacks ${facts['lacks']}, without which two writers could overwrite each other's blobs. Use one that has it (docs/buckets.md lists some).`;
    case 'disk-full':
      return `${where} is full (${code}): the quota leaves no room.`;
    case 'io':
      return facts['bucket'] === undefined
        ? undefined
        : `${where} at ${endpoint} does not answer (${code}). Look at endpoint= and region= in --blobs, and at the store.`;
    default:
      return undefined;
  }
}

/** The vaults of the records lie in another store. `where`: a bucket, or `blobs` for the data directory. */
export function explainElsewhere({ facts }: StorageError, directory: string, place: S3Place | undefined): string {
  const flag = facts['where'] === 'blobs' ? 'without --blobs' : `with --blobs ${facts['where']}`;
  const here = place === undefined ? `the data directory ${directory}` : printS3Place(place);
  return `The vaults of ${directory} do not lie in ${here}: start ${flag}. To move them, stop the server, copy all blobs as they are, and start with the new place.`;
}
