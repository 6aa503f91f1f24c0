import { Buffer } from 'node:buffer';
import * as messages from '../messages/backup-job.ts';
import type { Nature } from '../model/resource-type.ts';
import { isSafeName } from '../resources/path-bytes.ts';
import type { EntryPath } from '../resources/resource.ts';
import { JobRefusal } from './failure.ts';

/**
 * The paths that restore metadata chooses by AWS's key of item-level restores, `itemsToRestore` (in any case): a JSON array of paths from the
 * root, `["/etc/hosts","/srv"]`. Nothing where it chooses none, which means everything. Throws JobRefusal.
 * See https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-efs.html; AWS has it for EFS, we for whatever is a directory.
 */
export function chosenItems(metadata: string, nature: Nature): readonly EntryPath[] | undefined {
  const entries = Object.entries(JSON.parse(metadata) as Record<string, string>);
  const text = entries.find(([name]) => name.toLowerCase() === 'itemstorestore')?.[1];
  if (text === undefined) return undefined;
  if (nature === 'disk-image') throw refusal('this recovery point is a disk image, which has no paths');
  return parseItems(text).map(toPath);
}

function parseItems(text: string): readonly string[] {
  const items = parseJson(text);
  const isList = Array.isArray(items) && items.length > 0 && items.every((item) => typeof item === 'string');
  if (isList) return items;
  throw refusal('it must be a JSON array of at least one path, as in ["/etc/hosts"]');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by parseItems, together with JSON that is no array.
    return undefined;
  }
}

/** A path begins at the root whether or not it says so; a slash at its end says nothing more. */
function toPath(item: string): EntryPath {
  if (item === '') throw refusal('a path is empty');
  const names = item.replace(/^\/+|\/+$/g, '').split('/');
  if (names.length === 1 && names[0] === '') return [];
  const path = names.map((name) => Buffer.from(name, 'utf8'));
  if (path.every(isSafeName)) return path;
  throw refusal(`${JSON.stringify(item)} is no path from the root of the recovery point`);
}

const refusal = (detail: string): JobRefusal => new JobRefusal(messages.restoreItemsInvalid(detail));
