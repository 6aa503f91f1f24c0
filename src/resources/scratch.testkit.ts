import { Buffer } from 'node:buffer';
import { chmodSync, chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { removeTree } from './remove-tree.ts';

export const isRoot = process.geteuid?.() === 0;
const NOBODY = 65_534;

/** An empty directory of this test's own, without symbolic links in its path; gone when the test ends. */
export function scratch(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'crossvault-test-'));
  onTestFinished(() => removeTree(Buffer.from(place)));
  return place;
}

/** Runs `action` as a user without privilege who owns `place`; as the present user where that one has none either. */
export async function unprivileged<T>(place: string, action: () => Promise<T>): Promise<T> {
  if (!isRoot) return action();
  chownSync(place, NOBODY, NOBODY);
  chmodSync(place, 0o755);
  process.setegid!(NOBODY);
  process.seteuid!(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}
