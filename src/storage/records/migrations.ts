import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { initial } from './migrations/0001-initial.ts';
import { scrubs } from './migrations/0040-scrubs.ts';
import { planRuns } from './migrations/0050-plan-runs.ts';
import { policyPlans } from './migrations/0051-policy-plans.ts';
import { jobRemarks } from './migrations/0052-job-remarks.ts';
import { pausedWork } from './migrations/0055-paused-work.ts';
import { lifeCycle } from './migrations/0056-life-cycle.ts';
import { events } from './migrations/0060-events.ts';
import { coldDomains } from './migrations/0070-cold-domains.ts';
import { coldMoves } from './migrations/0071-cold-moves.ts';

/** Every change of the schema there ever was, in order. A landed one is never edited. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0040-scrubs': scrubs,
  '0050-plan-runs': planRuns,
  '0051-policy-plans': policyPlans,
  '0052-job-remarks': jobRemarks,
  '0055-paused-work': pausedWork,
  '0056-life-cycle': lifeCycle,
  '0060-events': events,
  '0070-cold-domains': coldDomains,
  '0071-cold-moves': coldMoves,
};

/** Brings the records to the newest schema; throws with the failing migration's error, everything as it was before it. */
// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
export async function migrate(db: Kysely<any>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
