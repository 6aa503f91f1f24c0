import type { Tag } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { TAGS_MAX } from './limits.ts';

/** The tags of a request as a map. Throws InvalidInput for keys that come twice or belong to AWS. Keys differ in more than case. */
export function readTags(tags: readonly Tag[] | undefined): Tags {
  const seen = new Set<string>();
  for (const { Key: key = '' } of tags ?? []) {
    if (seen.has(key.toLowerCase())) throw messages.duplicateTagKeys();
    if (/^aws:/i.test(key)) throw messages.reservedTagKey();
    seen.add(key.toLowerCase());
  }
  return Object.fromEntries((tags ?? []).map(({ Key: key = '', Value: value = '' }) => [key, value]));
}

export const toTags = (tags: Tags): Tag[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** What can have tags, in AWS's words. */
type Tagged = 'Role' | 'User' | 'Policy' | 'InstanceProfile' | 'OpenIDConnectProvider';

/** Throws LimitExceeded. */
export function checkTagCount(tags: Tags, owner: Tagged): void {
  if (Object.keys(tags).length > TAGS_MAX) throw messages.quotaExceeded({ quota: `TagsPer${owner}`, max: TAGS_MAX });
}

/** What policies may ask of tags in a request. */
export function tagContext(tags: Tags): RequestContext {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  return {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    'aws:TagKeys': keys,
  };
}

/** `aws:ResourceTag/…` and `iam:ResourceTag/…` of the user or role that a request is about. */
export const resourceTagContext = (tags: Tags): RequestContext =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => [
      [`aws:ResourceTag/${key}`, value],
      [`iam:ResourceTag/${key}`, value],
    ]),
  );
