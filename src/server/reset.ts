import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Records } from '../storage/records/records.ts';
import { TABLE_NAMES } from '../storage/records/table-names.ts';
import type { Random } from '../util/random.ts';
import { randomHex } from '../util/random.ts';

const ASIDE = '.emptied-';

/** Empties every table in one transaction, then the folders. Settings stay: the manual clock does not turn back. */
export async function emptyEverything(records: Records, directories: readonly string[], random: Random): Promise<void> {
  await records.write(async (db) => {
    for (const table of TABLE_NAMES) {
      if (table !== 'settings') await db.deleteFrom(table).execute();
    }
  });
  for (const directory of directories) emptyDirectory(directory, random);
}

/** Moved aside: the new folder is there at once, however long the old one takes to go. */
function emptyDirectory(directory: string, random: Random): void {
  renameSync(directory, `${directory}${ASIDE}${randomHex(random, 8)}`);
  mkdirSync(directory);
  void removeEmptied(path.dirname(directory));
}

/** Removes what a reset moved aside, now or before the last stop. Never throws: what stays is taken up the next time. */
export async function removeEmptied(root: string): Promise<void> {
  const left = readdirSync(root).filter((name) => name.includes(ASIDE));
  await Promise.allSettled(left.map((name) => rm(path.join(root, name), { recursive: true, force: true })));
}
