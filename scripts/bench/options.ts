import { parseArgs } from 'node:util';
import {
  PEER_SET_NAMES,
  type PeerSetName,
  SCALING_SET_NAMES,
  type ScalingSetName,
  SET_NAMES,
  type SetName,
} from './data-sets.ts';
import { WORKS, type Work } from './works.ts';

export interface Options {
  readonly works: readonly Work[];
  /** Sets on which all programs are compared. */
  readonly sets: readonly PeerSetName[];
  /** Sets on which our engine is compared with itself at a tenth of the size. */
  readonly scalingSets: readonly ScalingSetName[];
  readonly runs: number;
  readonly scale: number;
  readonly directory: string;
  readonly withRestic: boolean;
  readonly withFloor: boolean;
  readonly withPlain: boolean;
  readonly withWarm: boolean;
  readonly keep: boolean;
}

export const HELP = `Measures Crossvault's engine beside restic and cp: same data, same disk, same run.

  npm run bench -- engine [WORK...] [options]

Works (default: all; what a work needs before it is done as well, but not told):
  ${WORKS.map(({ name, about }) => `${name.padEnd(16)} ${about}`).join('\n  ')}

Options:
  --set d1,d2,...    data sets (default: d1,d2,d3)
                     d1 large incompressible files, d2 many small files, d3 a disk image: all programs
                     d4 a million small files, d5 a recovery point of a million chunks: our engine beside itself at a tenth
  --runs N           runs of everything, interleaved; medians are told (default 3)
  --scale X          size of the data sets (default 1: 2 GiB, 50,000 files, 4 GiB, 1,000,000 files, 1,000,000 chunks)
  --directory DIR    where a folder for all of it is made (default: bench-results)
  --no-restic        without the peer; else restic must be installed (exit code 69)
  --no-floor         without cp
  --no-plain         without our engine where it has no native code
  --no-warm          without our engine in a process that is up already
  --keep             leave the directory as it is at the end
  --help

Examples: npm run bench -- engine --scale 0.25
          npm run bench -- engine copy incremental-copy --set d1 --runs 5
          npm run bench -- engine --set d4,d5 --runs 1

Of the server: npm run bench -- wire --help
Of the policy evaluator: npm run bench -- policy --help
Of the scheduler: npm run bench -- scheduler --help
`;

/** A wrong option: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for; `help` where it asks for that. Throws UsageError. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const sets = values.set === undefined ? PEER_SET_NAMES : values.set.split(',').map(setNamed);
  return {
    works: positionals.length === 0 ? WORKS : positionals.map(workNamed),
    sets: PEER_SET_NAMES.filter((name) => sets.some((set) => set === name)),
    scalingSets: SCALING_SET_NAMES.filter((name) => sets.some((set) => set === name)),
    runs: positive('--runs', values.runs, Number.isInteger),
    scale: positive('--scale', values.scale, Number.isFinite),
    directory: values.directory,
    withRestic: values.restic,
    withFloor: values.floor,
    withPlain: values.plain,
    withWarm: values.warm,
    keep: values.keep,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        set: { type: 'string' },
        runs: { type: 'string', default: '3' },
        scale: { type: 'string', default: '1' },
        directory: { type: 'string', default: 'bench-results' },
        restic: { type: 'boolean', default: true },
        floor: { type: 'boolean', default: true },
        plain: { type: 'boolean', default: true },
        warm: { type: 'boolean', default: true },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function workNamed(name: string): Work {
  const work = WORKS.find((candidate) => candidate.name === name);
  if (work === undefined)
    throw new UsageError(`no work "${name}"; there are ${WORKS.map((each) => each.name).join(', ')}`);
  return work;
}

function setNamed(name: string): SetName {
  const set = SET_NAMES.find((candidate) => candidate === name.toLowerCase());
  if (set === undefined) throw new UsageError(`no data set "${name}"; there are ${SET_NAMES.join(', ')}`);
  return set;
}

function positive(option: string, text: string, holds: (value: number) => boolean): number {
  const value = Number(text);
  if (!holds(value) || value <= 0) throw new UsageError(`${option} takes a number above zero, not "${text}"`);
  return value;
}
