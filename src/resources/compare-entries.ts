import { Buffer } from 'node:buffer';
import { timePrecisionNs } from './native/times.ts';
import { printablePath } from './path-bytes.ts';
import type { Entry, Xattr } from './resource.ts';

/** In what two trees can differ at one path. */
export type Aspect =
  | 'missing'
  | 'type'
  | 'content'
  | 'mode'
  | 'owner'
  | 'mtime'
  | 'link-target'
  | 'hard-links'
  | 'device'
  | 'xattrs'
  | 'unreadable';

export interface EntryDifference {
  readonly aspect: Aspect;
  readonly first: string;
  readonly second: string;
}

const SET_ID = 0o6000;

/**
 * Compares what is said of two names, without their content. Times are compared as exactly as this Node can set them. Where owners may
 * differ, set-id bits of a file with another owner may as well: a restore leaves them out.
 */
export function compareEntries(
  one: Entry,
  other: Entry,
  { mayOwnersDiffer }: { readonly mayOwnersDiffer: boolean },
): readonly EntryDifference[] {
  if (one.type !== other.type) return [{ aspect: 'type', first: one.type, second: other.type }];
  const found: EntryDifference[] = [];
  const compare = (aspect: Aspect, first: string, second: string): void => {
    if (first !== second) found.push({ aspect, first, second });
  };
  const isOtherOwner = one.uid !== other.uid || one.gid !== other.gid;
  const compared = isOtherOwner && mayOwnersDiffer ? ~SET_ID : ~0;
  if (((one.mode ^ other.mode) & compared) !== 0) compare('mode', one.mode.toString(8), other.mode.toString(8));
  if (isOtherOwner && !mayOwnersDiffer) compare('owner', `${one.uid}:${one.gid}`, `${other.uid}:${other.gid}`);
  if (!isSameTime(one.mtimeNs, other.mtimeNs)) compare('mtime', `${one.mtimeNs} ns`, `${other.mtimeNs} ns`);
  compare('link-target', linkText(one), linkText(other));
  compare('device', deviceText(one), deviceText(other));
  if (!isSameXattrs(one.xattrs, other.xattrs)) found.push(xattrsDifference(one, other));
  for (const { xattrsTrouble } of [one, other]) {
    if (xattrsTrouble !== undefined) found.push({ aspect: 'unreadable', first: 'attributes', second: xattrsTrouble });
  }
  return found;
}

function isSameTime(one: bigint, other: bigint): boolean {
  const distance = one > other ? one - other : other - one;
  return distance <= timePrecisionNs;
}

function linkText({ linkTarget }: Entry): string {
  return linkTarget === undefined ? '' : printablePath(linkTarget);
}

function deviceText({ device }: Entry): string {
  return device === undefined ? '' : `${device.major}:${device.minor}`;
}

function isSameXattrs(one: readonly Xattr[], other: readonly Xattr[]): boolean {
  return one.length === other.length && one.every((attribute, index) => isSameXattr(attribute, other[index]!));
}

function isSameXattr(one: Xattr, other: Xattr): boolean {
  return Buffer.compare(one.name, other.name) === 0 && Buffer.compare(one.value, other.value) === 0;
}

function xattrsDifference(one: Entry, other: Entry): EntryDifference {
  return { aspect: 'xattrs', first: onlyIn(one.xattrs, other.xattrs), second: onlyIn(other.xattrs, one.xattrs) };
}

function onlyIn(xattrs: readonly Xattr[], others: readonly Xattr[]): string {
  const own = xattrs.filter((attribute) => !others.some((candidate) => isSameXattr(attribute, candidate)));
  return own.map(({ name, value }) => `${printablePath(name)} (${value.length} bytes)`).join(', ') || 'nothing';
}
