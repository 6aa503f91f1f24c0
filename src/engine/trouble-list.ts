import { Buffer } from 'node:buffer';
import type { EntryPath } from '../resources/resource.ts';
import type { ReadTrouble } from './engine.ts';
import { troublesKept } from './limits.ts';

/** Counts all troubles and keeps the first of them by name. */
export class TroubleList {
  readonly kept: ReadTrouble[] = [];
  count = 0;

  add(path: EntryPath, kind: ReadTrouble['kind'], detail: string): void {
    this.count += 1;
    if (this.kept.length < troublesKept) this.kept.push({ path: printable(path), kind, detail });
  }
}

/** Bytes that are no UTF-8, and control characters, are written `\xNN`. */
function printable(path: EntryPath): string {
  if (path.length === 0) return '.';
  return path.map((name) => printableName(Buffer.from(name))).join('/');
}

function printableName(name: Buffer): string {
  const text = name.toString('utf8');
  const isPlain = Buffer.from(text, 'utf8').equals(name) && !/\p{Cc}/u.test(text);
  return isPlain ? text : name.toString('latin1').replace(/[^ -~]/g, escaped);
}

function escaped(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
