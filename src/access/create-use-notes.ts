import { setAccessKeyUse } from '../storage/records/access-keys.ts';
import { setRoleUse } from '../storage/records/iam.ts';
import type { Records } from '../storage/records/records.ts';
import type { Clock } from '../util/clock.ts';
import type { KeyUse } from './credentials.ts';
import { USE_NOTED_EVERY_MS, USE_NOTES_MAX } from './limits.ts';

/** Whose last use is told: a user's long-term key, or a role through its sessions. */
export type Used = { readonly accessKeyId: string } | { readonly roleId: string };

/**
 * Writes down who has been used last, for GetAccessKeyLastUsed and GetRole; not for each request, which would make every reading a
 * write, but once in a while.
 */
export function createUseNotes({
  records,
  clock,
}: {
  records: Records;
  clock: Clock;
}): (used: Used, use: KeyUse) => Promise<void> {
  const notedAt = new Map<string, number>();
  return async (used, use) => {
    const now = clock.now();
    const id = 'roleId' in used ? used.roleId : used.accessKeyId;
    const last = notedAt.get(id);
    if (last !== undefined && now - last < USE_NOTED_EVERY_MS && now >= last) return;
    const oldest = notedAt.size >= USE_NOTES_MAX ? notedAt.keys().next().value : undefined;
    if (oldest !== undefined) notedAt.delete(oldest);
    notedAt.set(id, now);
    await records.write((db) =>
      'roleId' in used
        ? setRoleUse(db, used.roleId, { ...use, at: now })
        : setAccessKeyUse(db, used.accessKeyId, { ...use, at: now }),
    );
  };
}
