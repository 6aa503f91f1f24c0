import type { CallName, Side } from './live/call-table.ts';
import { CALLS } from './live/call-table.ts';

/** A policy document of IAM, as its console and CLI take it. */
export interface ReaderPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
  }[];
}

/** The least that the reader must be allowed in an account that plays the given parts, so that nothing is unknown: its own calls, no more. */
export function readerPolicy(sides: readonly Side[]): ReaderPolicy {
  const names = callNames().filter((name) => CALLS[name].sides.some((side) => sides.includes(side)));
  const groups = Map.groupBy(names, (name) => CALLS[name].resources.join(' '));
  const statements = [...groups.values()].map((group, index) => {
    const { resources } = CALLS[group[0]!];
    return {
      Sid: `CrossvaultDoctor${index + 1}`,
      Effect: 'Allow' as const,
      Action: group,
      Resource: resources.length === 1 ? resources[0]! : resources,
    };
  });
  return { Version: '2012-10-17', Statement: statements };
}

/** What each permission is for, in the order of the table. */
export const readerPurposes = (
  sides: readonly Side[],
): readonly { readonly action: string; readonly purpose: string }[] =>
  callNames()
    .filter((name) => CALLS[name].sides.some((side) => sides.includes(side)))
    .map((action) => ({ action, purpose: CALLS[action].purpose }));

const callNames = (): readonly CallName[] => Object.keys(CALLS) as CallName[];
