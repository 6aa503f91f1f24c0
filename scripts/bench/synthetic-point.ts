/** What `make-synthetic-point.ts` is told to make, as JSON in its only argument. */
export interface SyntheticPoint {
  readonly workspace: string;
  readonly chunks: number;
  /** Chunks that each day after the first has for itself. */
  readonly changed: number;
  /** Recovery points `day-1`, `day-2` and so on. */
  readonly days: number;
}
