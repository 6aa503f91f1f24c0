import { keepTime, keptTime } from '../storage/records/kept-times.ts';
import { endPauses, nextWorkDue } from '../storage/records/work.ts';
import type { ServiceClock } from '../util/clock.ts';
import { invariant } from '../util/invariant.ts';
import { type AgendaItem, nextDueOf, runAgenda } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import type { JobRunner } from './job-runner.ts';
import { AGENDA_POLL_MS, AGENDA_RETRY_MS, AGENDA_ROUNDS_MAX, KEEP_TIME_EVERY_MS } from './limits.ts';

/**
 * Does what falls due by its date, when it falls due. On the real clock it looks now and then. A manual clock is walked from date to date:
 * set to the next one, what is due is done, all jobs that may run then have ended, and on, as if each moment had been waited for. The
 * target of a walk is on record: a server that was killed on the way goes on with it.
 */
export class TimeKeeper {
  readonly #context: JobContext;
  readonly #clock: ServiceClock;
  readonly #items: readonly AgendaItem[];
  readonly #runner: Pick<JobRunner, 'settled' | 'wake'>;
  /** One thing at a time: a walk, or a look at the present. */
  #turn: Promise<unknown> = Promise.resolve();
  #cancelLook = (): void => undefined;
  #isStopped = false;
  /** The version of the records at the last look, after which nothing was due before `#nextDue`. */
  #seenVersion = -1;
  #nextDue: number | undefined;
  #keptAt = 0;
  #target: number | undefined;

  constructor({
    context,
    clock,
    items,
    runner,
  }: {
    context: JobContext;
    clock: ServiceClock;
    items: readonly AgendaItem[];
    runner: Pick<JobRunner, 'settled' | 'wake'>;
  }) {
    this.#context = context;
    this.#clock = clock;
    this.#items = items;
    this.#runner = runner;
  }

  /** Begins with what has fallen due meanwhile, and goes on with a walk that was broken off. */
  start(): void {
    this.#isStopped = false;
    this.#seenVersion = -1;
    void this.#inTurn(() => this.#goOn()).catch((error: unknown) => this.#failed(error));
    this.#lookLater(0);
  }

  /** Returns once the step under way is done. A walk that is not over goes on at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelLook();
    await this.#turn;
    await this.#clock.keep();
  }

  /** Where a manual clock is being moved to; nothing while it stands. */
  get target(): number | undefined {
    return this.#target;
  }

  /** Moves a manual clock by `ms` from where it is once earlier walks are over. Returns the time then, when all is done; throws what an item threw, the clock then stays where that happened. */
  async advance(ms: number): Promise<number> {
    return await this.#inTurn(() => this.#walk(this.#clock.now() + ms));
  }

  /** The same, to a date. One that has passed moves nothing. */
  async advanceTo(target: number): Promise<number> {
    return await this.#inTurn(() => this.#walk(target));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #goOn(): Promise<void> {
    if (this.#clock.kind !== 'manual') return;
    const target = await this.#context.records.read((db) => keptTime(db, 'manual-target'));
    if (target !== undefined && target > this.#clock.now()) await this.#walk(target);
  }

  async #walk(target: number): Promise<number> {
    const { records } = this.#context;
    await records.write((db) => keepTime(db, 'manual-target', target));
    this.#target = target;
    try {
      await this.#doAllDue();
      while (this.#clock.now() < target && !this.#isStopped) {
        // Not waited for: what the step writes stands in line behind it, so that it is on record no later.
        const isSet = this.#clock.set(await this.#nextStop(target));
        await this.#doAllDue();
        await isSet;
      }
    } catch (error) {
      await records.write((db) => keepTime(db, 'manual-target', this.#clock.now(), { mayBeEarlier: true }));
      throw error;
    } finally {
      this.#target = undefined;
    }
    return this.#clock.now();
  }

  /** The first date on the way to the target at which something must be done; else the target. */
  async #nextStop(target: number): Promise<number> {
    const now = this.#clock.now();
    const stops = this.#items.filter((item) => item.keepsOwnDates !== true);
    const { due, work } = await this.#context.records.read(async (db) => ({
      due: await nextDueOf(stops, db),
      work: await nextWorkDue(db, now),
    }));
    const dates = [due, work].filter((date): date is number => date !== undefined && date > now);
    return Math.min(target, ...dates);
  }

  /** At the present moment: until nothing is due and no job may run. */
  async #doAllDue(): Promise<void> {
    const now = this.#clock.now();
    for (let round = 0; ; round += 1) {
      invariant(round < AGENDA_ROUNDS_MAX, 'what falls due at one moment comes to an end');
      const work = await this.#context.records.read((db) => nextWorkDue(db, now));
      if (work !== undefined && work <= now) await this.#context.records.write((db) => endPauses(db, now));
      const wasDue = await runAgenda(this.#items, this.#context, now);
      await this.#runner.settled();
      if (!wasDue || this.#isStopped) return;
    }
  }

  #lookLater(ms: number): void {
    if (this.#isStopped) return;
    this.#cancelLook = this.#context.timer.after(ms, () => {
      void this.#inTurn(() => this.#look()).then(
        () => this.#lookLater(AGENDA_POLL_MS),
        (error: unknown) => {
          this.#failed(error);
          this.#lookLater(AGENDA_RETRY_MS);
        },
      );
    });
  }

  /** What is due at the present; costs nothing while no commit has come between and the next date lies ahead. */
  async #look(): Promise<void> {
    const { records } = this.#context;
    const now = this.#clock.now();
    if (now - this.#keptAt >= KEEP_TIME_EVERY_MS) {
      await this.#clock.keep();
      this.#keptAt = now;
    }
    const version = records.version();
    if (version === this.#seenVersion && (this.#nextDue ?? Number.POSITIVE_INFINITY) > now) return;
    if (await runAgenda(this.#items, this.#context, now)) this.#runner.wake();
    this.#nextDue = await records.read((db) => nextDueOf(this.#items, db));
    this.#seenVersion = version;
  }

  #failed(error: unknown): void {
    if (!this.#isStopped) this.#context.log.error({ err: error }, 'what has fallen due could not be done');
  }
}
