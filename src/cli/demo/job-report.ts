import type { Assembly } from '../../server/assemble.ts';
import { backupJobById } from '../../storage/records/backup-jobs.ts';
import { copyJobById } from '../../storage/records/copy-jobs.ts';

/** The engine's own report of a job, which AWS's shapes have no room for. */
export async function jobReport(
  { records }: Assembly,
  kind: 'backup' | 'copy',
  id: string,
): Promise<Record<string, unknown>> {
  const report = await records.read(
    async (db) => (kind === 'backup' ? await backupJobById(db, id) : await copyJobById(db, id))?.report,
  );
  return JSON.parse(report ?? '{}') as Record<string, unknown>;
}
