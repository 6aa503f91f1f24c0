import type { RequestContext } from '../policy/evaluation.ts';
import type { Leaning } from './ask.ts';
import type { Fact, Tags } from './facts.ts';
import { isUnknown } from './facts.ts';

/** `aws:ResourceTag/…`; none where the tags are not known. */
export function resourceTags(tags: Fact<Tags>): RequestContext {
  return isUnknown(tags) ? {} : withPrefix('aws:ResourceTag/', tags);
}

/** `aws:RequestTag/…` and `aws:TagKeys` of what a copy would carry. */
export function requestTags(tags: Fact<Tags>): RequestContext {
  if (isUnknown(tags)) return {};
  const carried = userTags(tags);
  const keys = Object.keys(carried);
  return { ...withPrefix('aws:RequestTag/', carried), ...(keys.length > 0 ? { 'aws:TagKeys': keys } : {}) };
}

/** What `resourceTags` is made from. */
export const resourceTagsLeaning = (tags: Fact<Tags>): Leaning => ({ fact: tags, keys: 'aws:resourcetag/' });

/** What `requestTags` is made from. */
export const requestTagsLeanings = (tags: Fact<Tags>): readonly Leaning[] => [
  { fact: tags, keys: 'aws:requesttag/' },
  { fact: tags, keys: 'aws:tagkeys' },
];

/** Tags that users set; those of AWS itself are neither copied nor counted. */
export function userTags(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.toLowerCase().startsWith('aws:')));
}

const withPrefix = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
