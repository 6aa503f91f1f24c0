import { Option } from 'commander';

/** An option that may be given several times; the values come as a list. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .default([], 'none')
    .argParser((value: string, all: readonly string[]) => [...all, value]);
}
