import type { DailyWindow } from '../model/daily-window.ts';
import { keepLimits, keptLimits } from '../storage/records/kept-limits.ts';
import type { Records } from '../storage/records/records.ts';

/** How much of the machine work may take, and when. The operator sets it; nothing where work may take all. */
export interface WorkLimits {
  /** Sealed bytes that all copies together move in a second. */
  readonly copyBytesPerSecond: number | null;
  /** Bytes that all backups together read in a second. */
  readonly backupBytesPerSecond: number | null;
  /** Bytes that all verifies together read in a second, those of the scrub among them. */
  readonly verifyBytesPerSecond: number | null;
  /** When copies move bytes, by the service's clock, in UTC. Outside, they wait. */
  readonly copyWindow: DailyWindow | null;
  /** How often each recovery point is verified in the background, in milliseconds of the service's time. */
  readonly scrubEveryMs: number | null;
}

const NONE: WorkLimits = {
  copyBytesPerSecond: null,
  backupBytesPerSecond: null,
  verifyBytesPerSecond: null,
  copyWindow: null,
  scrubEveryMs: null,
};

/** The limits that hold now, for every job of this process, also those that run. */
export interface HeldLimits {
  current(): WorkLimits;
  /** Those that are not named stay. On record once it returns. */
  change(changes: Partial<WorkLimits>): Promise<WorkLimits>;
}

/** The limits on record, with `changes` (of the command line) made to them. */
export async function openLimits(records: Records, changes: Partial<WorkLimits> = {}): Promise<HeldLimits> {
  const kept = await records.read(keptLimits);
  let held: WorkLimits = { ...NONE, ...(kept === undefined ? {} : (JSON.parse(kept) as Partial<WorkLimits>)) };
  const change = async (some: Partial<WorkLimits>): Promise<WorkLimits> => {
    held = { ...held, ...some };
    await records.write((db) => keepLimits(db, JSON.stringify(held)));
    return held;
  };
  if (Object.keys(changes).length > 0) await change(changes);
  return { current: () => held, change };
}
