import type { Tag } from '@aws-sdk/client-kms';
import { TAGS_PER_KEY_MAX } from '../../../keys/limits.ts';
import * as kms from '../../../messages/kms.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Tags } from '../../../storage/records/tags.ts';

/** Throws TagException for keys that come twice or belong to AWS, and for more than a key may have. */
export function parseTags(tags: readonly Tag[] = []): Tags {
  const pairs = tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue] as const);
  const parsed = Object.fromEntries(pairs);
  if (Object.keys(parsed).length < pairs.length) throw kms.tagTwice();
  if (pairs.some(([key]) => isReserved(key))) throw kms.tagReserved();
  if (pairs.length > TAGS_PER_KEY_MAX) throw kms.tagsTooMany();
  return parsed;
}

const isReserved = (tagKey: string): boolean => tagKey.toLowerCase().startsWith('aws:');

/** `aws:RequestTag/…` and `aws:TagKeys`. */
export function tagContext(tags: Tags): RequestContext {
  const pairs = Object.entries(tags);
  if (pairs.length === 0) return {};
  return {
    'aws:TagKeys': pairs.map(([key]) => key),
    ...Object.fromEntries(pairs.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
}
