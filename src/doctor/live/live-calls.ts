import { type Fact, isUnknown } from '../../decision/facts.ts';
import { PAGES_MAX } from '../limits.ts';
import type { CallName, InputOf, OutputOf } from './call-table.ts';
import { type Outcome, outcomeOfError } from './outcome.ts';
import type { Queue } from './queue.ts';
import type { SdkClients } from './sdk-clients.ts';

/** Calls into one account. The same call is made once, whoever asks; at most so many are under way. */
export interface AccountCalls {
  readonly account: string;
  ask<Name extends CallName>(name: Name, region: string, input: InputOf<Name>): Promise<Outcome<OutputOf<Name>>>;
  /** All pages of a list, up to a bound. */
  askAll<Name extends CallName, Item>(
    name: Name,
    region: string,
    input: InputOf<Name>,
    page: (output: OutputOf<Name>) => Page<Item>,
  ): Promise<Outcome<readonly Item[]>>;
}

interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  /** What to ask next; nothing at the end. */
  readonly next: object | undefined;
}

export function openAccountCalls(account: string, clients: SdkClients, queue: Queue): AccountCalls {
  const asked = new Map<string, Promise<Outcome<unknown>>>();

  function ask<Name extends CallName>(
    name: Name,
    region: string,
    input: InputOf<Name>,
  ): Promise<Outcome<OutputOf<Name>>> {
    const key = `${name} ${region} ${JSON.stringify(input)}`;
    const earlier = asked.get(key);
    if (earlier !== undefined) return earlier as Promise<Outcome<OutputOf<Name>>>;
    const outcome = queue(() => clients.send(name, region, input)).then(
      (value): Outcome<OutputOf<Name>> => ({ kind: 'answered', value }),
      (error: unknown) => outcomeOfError(name, error),
    );
    asked.set(key, outcome);
    return outcome;
  }

  return {
    account,
    ask,
    async askAll<Name extends CallName, Item>(
      name: Name,
      region: string,
      input: InputOf<Name>,
      page: (output: OutputOf<Name>) => Page<Item>,
    ) {
      const all: Item[] = [];
      let request = input;
      for (let pages = 0; pages < PAGES_MAX; pages += 1) {
        const outcome = await ask(name, region, request);
        if (outcome.kind !== 'answered') return outcome;
        const { items = [], next } = page(outcome.value);
        all.push(...items);
        if (next === undefined) break;
        request = { ...input, ...next };
      }
      return { kind: 'answered', value: all };
    },
  };
}

/** What to ask next of a list that hands out tokens; nothing at its end. */
export const listed = (NextToken: string | undefined): object | undefined =>
  NextToken === undefined ? undefined : { NextToken };

/** The outcome as a fact: what is missing is known not to be there. */
export function toFact<Value, Result>(outcome: Outcome<Value>, read: (value: Value) => Result): Fact<Result | null> {
  if (outcome.kind === 'refused') return outcome.unknown;
  return outcome.kind === 'missing' ? null : read(outcome.value);
}

/** The same of a list or map, which is empty where its owner is missing. */
export function toFactOr<Value, Result>(
  outcome: Outcome<Value>,
  read: (value: Value) => Result,
  otherwise: Result,
): Fact<Result> {
  const fact = toFact(outcome, read);
  return fact === null ? otherwise : fact;
}

/** The values, or the first that is unknown. */
export function allKnown<Value>(facts: readonly Fact<Value>[]): Fact<readonly Value[]> {
  const unknown = facts.find(isUnknown);
  return unknown ?? (facts as readonly Value[]);
}
