import * as backup from '../../../messages/backup.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { TAG_KEY_LENGTH_MAX, TAG_VALUE_LENGTH_MAX, TAGS_MAX } from './limits.ts';

/** The tags of a request as they are; throws for keys of AWS's own, and for what is too long or too many. */
export function acceptTags(tags: Readonly<Record<string, string>> | undefined): Tags {
  const entries = Object.entries(tags ?? {});
  if (entries.length > TAGS_MAX) throw backup.tooManyTags();
  for (const [key, value] of entries) {
    if (/^aws:/i.test(key)) throw backup.tagReserved();
    if (key.length === 0 || key.length > TAG_KEY_LENGTH_MAX) {
      throw backup.tagInvalid(`Tag keys have 1 to ${TAG_KEY_LENGTH_MAX} characters.`);
    }
    if (value.length > TAG_VALUE_LENGTH_MAX) {
      throw backup.tagInvalid(`Tag values have at most ${TAG_VALUE_LENGTH_MAX} characters.`);
    }
  }
  return tags ?? {};
}
