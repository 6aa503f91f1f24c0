/** What the command's exit status says; part of the contract with scripts. */
export const EXIT = {
  done: 0,
  /** A job failed, a comparison found a difference, a verification found an illness. */
  finding: 1,
  /** The command was called wrongly, or was refused. */
  usage: 2,
  /** The doctor found no fault, but could not read all that it must know. */
  unknown: 3,
  /** Something needed is missing: the server, a file, a program. */
  missing: 69,
} as const;

/** A failure that is told to the user in one or two sentences, never with a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
