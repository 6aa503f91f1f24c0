/**
 * One thing in an account that a mend changes, as a text that can be shown and compared: a policy document, or a setting written as JSON.
 * `null`: it is not there.
 */
export interface Target {
  /** For people: `access policy of arn:aws:backup:…`. */
  readonly name: string;
  /** The calls that change it, as CloudTrail will name them. */
  readonly calls: readonly string[];
  read(): Promise<string | null>;
  write(next: string): Promise<void>;
}

/** A target, and what shall stand there. */
export interface Intention {
  readonly target: Target;
  next(before: string | null): string;
}
