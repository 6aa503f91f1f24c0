export type WorkName =
  | 'backup'
  | 'copy'
  | 'repeated-copy'
  | 'backup-day-2'
  | 'incremental-copy'
  | 'restore'
  | 'verify'
  | 'prune';

export interface Work {
  readonly name: WorkName;
  readonly about: string;
}

/** In the order in which they build on each other: each needs those before it. */
export const WORKS: readonly Work[] = [
  { name: 'backup', about: 'the first backup into an empty vault' },
  { name: 'copy', about: 'the whole recovery point into an empty vault under another key' },
  { name: 'repeated-copy', about: 'the same copy again: nothing is new' },
  { name: 'backup-day-2', about: 'a backup after about 1 % has changed' },
  { name: 'incremental-copy', about: 'the copy of the second day' },
  { name: 'restore', about: 'the second day, from the copy, into an empty directory' },
  { name: 'verify', about: 'reads all bytes of the second day in the copy (restic: check --read-data)' },
  { name: 'prune', about: 'drops the first day from the copy (restic: forget --prune)' },
];

/** The works up to the last wanted one, but those behind a restore that only read. */
export function worksNeeded(wanted: readonly Work[]): readonly Work[] {
  const last = Math.max(...wanted.map((work) => WORKS.indexOf(work)));
  const restore = WORKS.findIndex(({ name }) => name === 'restore');
  return WORKS.filter((work, index) => wanted.includes(work) || (index < last && index < restore));
}
