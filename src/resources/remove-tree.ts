import { Buffer } from 'node:buffer';
import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { joinPath } from './path-bytes.ts';
import { systemErrorCode } from './system-error.ts';

/** Removes what is at `place`, with all that is in it, also where a restored directory's mode forbids that to its own owner. */
export function removeTree(place: Uint8Array): void {
  const root = Buffer.from(place);
  try {
    rmSync(root, { recursive: true, force: true });
  } catch (error) {
    if (systemErrorCode(error) !== 'EACCES') throw error;
    openUp(root);
    rmSync(root, { recursive: true, force: true });
  }
}

/** Gives the owner of each directory all rights to it. Follows no symbolic link. */
function openUp(directory: Buffer): void {
  if (!lstatSync(directory).isDirectory()) return;
  chmodSync(directory, 0o700);
  for (const entry of readdirSync(directory, { encoding: 'buffer', withFileTypes: true })) {
    if (entry.isDirectory()) openUp(joinPath(directory, [entry.name]));
  }
}
