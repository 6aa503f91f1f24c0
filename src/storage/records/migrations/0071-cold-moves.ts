import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';

const COLUMNS: AddedColumns = {
  recovery_points: { cold_move_at: 'integer' },
  restore_jobs: { readable_at: 'integer', readable_by_machine: 'integer' },
};

/** When the bytes of a point are to be moved to cold storage, and since when a restore may read them there. */
export const coldMoves: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async up(db: Kysely<any>) {
    await addColumns(db, COLUMNS);
    // Also of points that are marked as cold already: their bytes have stayed where they were.
    await sql.raw('update recovery_points set cold_move_at = move_to_cold_at').execute(db);
    await db.schema.dropIndex('recovery_points_cold_moves').execute();
    await sql
      .raw('create index recovery_points_cold_move_at on recovery_points (cold_move_at) where cold_move_at is not null')
      .execute(db);
  },
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async down(db: Kysely<any>) {
    await db.schema.dropIndex('recovery_points_cold_move_at').execute();
    await sql
      .raw(
        "create index recovery_points_cold_moves on recovery_points (move_to_cold_at) where storage_class = 'WARM' and move_to_cold_at is not null",
      )
      .execute(db);
    await dropColumns(db, COLUMNS);
  },
};
