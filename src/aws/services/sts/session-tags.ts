import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import * as messages from '../../../messages/sts.ts';
import type { Principal } from '../../../model/principal.ts';
import type { Tags } from '../../../storage/records/tags.ts';

export interface SessionTags {
  /** Those asked for and those that the caller's session passes on. */
  readonly all: Tags;
  readonly transitiveKeys: readonly string[];
}

/**
 * The tags a session gets. What the calling session passes on stays as it is: throws InvalidParameterValue for a tag that would change
 * it, and for keys that come twice. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function readSessionTags(
  { Tags: asked = [], TransitiveTagKeys: transitive = [] }: Pick<AssumeRoleRequest, 'Tags' | 'TransitiveTagKeys'>,
  { sessionTags = {}, transitiveTagKeys = [] }: Principal,
): SessionTags {
  const inherited = Object.entries(sessionTags).filter(([key]) => transitiveTagKeys.includes(key));
  const seen = new Set<string>();
  for (const { Key: key = '' } of asked) {
    if (seen.has(key.toLowerCase())) throw messages.duplicateSessionTags();
    if (inherited.some(([known]) => known.toLowerCase() === key.toLowerCase())) {
      throw messages.transitiveTagOverridden();
    }
    seen.add(key.toLowerCase());
  }
  const own = asked.map(({ Key = '', Value = '' }): [string, string] => [Key, Value]);
  const all = Object.fromEntries([...own, ...inherited]);
  const transitiveKeys = Object.keys(all).filter((key) => transitive.includes(key) || transitiveTagKeys.includes(key));
  return { all, transitiveKeys };
}
