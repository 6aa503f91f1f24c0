import type { Tag } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { TAGS_MAX } from './limits.ts';

/** The tags of a request. Throws for a key that comes twice or is reserved, and for more tags than a resource may have. */
export function acceptTags(tags: readonly Tag[] | undefined, present: Tags = {}): Tags {
  const accepted = new Map<string, string>();
  for (const { Key = '', Value = '' } of tags ?? []) {
    if (/^aws:/i.test(Key)) throw messages.invalidInput('INVALID_SYSTEM_TAGS_PARAMETER');
    if (accepted.has(Key)) throw messages.invalidInput('DUPLICATE_TAG_KEY');
    accepted.set(Key, Value);
  }
  const all = new Set([...Object.keys(present), ...accepted.keys()]);
  if (all.size > TAGS_MAX) throw messages.constraintViolation('MAX_TAG_LIMIT_EXCEEDED');
  return Object.fromEntries(accepted);
}
