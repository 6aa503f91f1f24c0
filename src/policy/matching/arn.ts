import { type Glob, matchesGlob, splitGlob } from './glob.ts';

const PARTS = 6;

/**
 * `ArnLike` and `ArnEquals`, which do the same: each of the six parts of the ARN is compared with its own part of the pattern, so that a
 * wildcard never reaches over a colon (the sixth part holds all further colons). A shorter pattern that ends in `*`, such as `*`
 * itself, covers the parts it does not name. Text that is no ARN fits nothing.
 */
export function matchesArn(pattern: Glob, text: string): boolean {
  const parts = splitArn(text);
  if (!parts) return false;
  const patterns = splitGlob(pattern, { at: ':', parts: PARTS });
  if (patterns.length < PARTS) return patterns.at(-1)?.at(-1) === -1 && matchesParts(patterns, parts);
  return matchesParts(patterns, parts);
}

function matchesParts(patterns: readonly Glob[], parts: readonly string[]): boolean {
  return patterns.every((pattern, index) => matchesGlob(pattern, parts[index]!));
}

function splitArn(text: string): string[] | undefined {
  const parts = text.split(':');
  if (parts.length < PARTS || parts[0] !== 'arn') return undefined;
  return [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}
