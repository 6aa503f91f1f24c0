import type { Assembly } from '../../server/assemble.ts';
import { backupJobById } from '../../storage/records/backup-jobs.ts';
import { copyJobById } from '../../storage/records/copy-jobs.ts';

/** The engine's own report of a job, which AWS's shapes have no room for. */
export async function jobReport(
  { records }: Assembly,
  kind: 'backup' | 'copy',
  id: string,
): Promise<Record<string, unknown>> {
  const job = await records.read((db) => (kind === 'backup' ? backupJobById(db, id) : copyJobById(db, id)));
  return JSON.parse(job?.report ?? '{}') as Record<string, unknown>;
}
