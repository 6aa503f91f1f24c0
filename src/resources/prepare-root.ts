import type { Buffer } from 'node:buffer';
import { chmodSync, lchownSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { removeAcls } from './native/xattrs.ts';
import { printablePath, zeroTerminated } from './path-bytes.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode, systemErrorCode } from './system-error.ts';

/** Makes the root of a restore, or takes an empty directory over: ours alone, and without an ACL that what comes below would inherit. */
export function prepareRoot(root: Buffer): void {
  try {
    if (!makeDirectory(root)) requireEmptyDirectory(root);
    const ourselves = process.geteuid?.();
    if (ourselves !== undefined && lstatSync(root).uid !== ourselves) lchownSync(root, ourselves, process.getegid!());
    removeAcls(zeroTerminated(root));
    chmodSync(root, 0o700);
  } catch (error) {
    if (error instanceof ResourceError) throw error;
    const detail = `${printablePath(root)}: ${requireSystemErrorCode(error)}`;
    throw new ResourceError('target-unwritable', detail, { cause: error });
  }
  // Looked at again: nobody else can have written into it since it became ours.
  requireEmptyDirectory(root);
}

/** False where something has the name. */
function makeDirectory(root: Buffer): boolean {
  try {
    mkdirSync(root, { mode: 0o700 });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function requireEmptyDirectory(root: Buffer): void {
  const place = printablePath(root);
  if (!lstatSync(root).isDirectory()) throw new ResourceError('target-taken', `${place} is not a directory`);
  if (readdirSync(root).length > 0) throw new ResourceError('target-taken', `${place} is not empty`);
}
