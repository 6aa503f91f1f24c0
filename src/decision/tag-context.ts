import type { RequestContext } from '../policy/evaluation.ts';
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

/** Tags that users set; those of AWS itself are neither copied nor counted. */
export function userTags(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.toLowerCase().startsWith('aws:')));
}

const withPrefix = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
