import type { Command } from 'commander';
import { parseS3Place, type S3Place } from '../storage/blobs/s3/s3-place.ts';
import { CommandError, EXIT } from './exit-codes.ts';

export interface BlobsFlag {
  readonly blobs?: string;
}

export function withBlobsFlag(command: Command): Command {
  return command.option(
    '--blobs <url>',
    'keep the bytes of vaults in a bucket: s3://BUCKET/PREFIX?endpoint=URL&region=REGION (default: the data directory)',
  );
}

/** Only where the flag is there. Throws CommandError. */
export function toBlobs({ blobs }: BlobsFlag): { readonly blobs?: S3Place } {
  if (blobs === undefined) return {};
  const parsed = parseS3Place(blobs);
  if ('fault' in parsed) throw new CommandError(EXIT.usage, `--blobs ${parsed.fault}`);
  return { blobs: parsed.place };
}
