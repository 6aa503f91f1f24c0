/** Resolves when those who are about to ask have asked: at the end of a turn of the event loop, for those who begin in one. */
export type Gather = () => Promise<unknown>;

/**
 * An action that many ask for at the same time: those who ask before a run begins share it, and who asks while one is under way shares the
 * next. So each gets a result that is no older than the question, and a hundred who ask together cost one run or two.
 */
export class Joined<Result> {
  #next: Promise<Result> | undefined;
  #current: Promise<unknown> = Promise.resolve();
  readonly #gather: Gather | undefined;

  constructor(gather?: Gather) {
    this.#gather = gather;
  }

  /** The action of whoever asks first is the one that runs; all must be fit for all. Throws what the run throws. */
  run(action: () => Promise<Result>): Promise<Result> {
    this.#next ??= this.#runNext(action);
    return this.#next;
  }

  async #runNext(action: () => Promise<Result>): Promise<Result> {
    await this.#current;
    await this.#gather?.();
    this.#next = undefined;
    const run = action();
    this.#current = run.then(nothing, nothing);
    return run;
  }
}

function nothing(): void {}

/** One `Joined` for each key that is in use. */
export class JoinedByKey<Result> {
  readonly #joined = new Map<string, { readonly joined: Joined<Result>; users: number }>();
  readonly #gather: Gather | undefined;

  constructor(gather?: Gather) {
    this.#gather = gather;
  }

  async run(key: string, action: () => Promise<Result>): Promise<Result> {
    const entry = this.#joined.get(key) ?? { joined: new Joined<Result>(this.#gather), users: 0 };
    this.#joined.set(key, entry);
    entry.users += 1;
    try {
      return await entry.joined.run(action);
    } finally {
      entry.users -= 1;
      if (entry.users === 0) this.#joined.delete(key);
    }
  }
}
