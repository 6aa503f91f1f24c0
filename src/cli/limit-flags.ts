import type { Command } from 'commander';
import type { WorkLimits } from '../jobs/work-limits.ts';
import { parseDailyWindow } from '../model/daily-window.ts';
import { RATE_MIN_BYTES, SCRUB_EVERY_MIN_MS } from '../server/limits.ts';
import { parseDuration } from '../util/duration.ts';
import { parseSize } from '../util/size.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Flags by which a server's start says what work may take. */
export interface LimitFlags {
  readonly copyRate?: string;
  readonly backupRate?: string;
  readonly verifyRate?: string;
  readonly copyWindow?: string;
  readonly scrub?: string;
}

export function withLimitFlags(command: Command): Command {
  return command
    .option(
      '--copy-rate <size>',
      'bytes a second that copies move, such as 50MiB; "none" lifts it (kept over restarts)',
    )
    .option('--backup-rate <size>', 'bytes a second that backups read')
    .option('--verify-rate <size>', 'bytes a second that verify and the scrub read')
    .option('--copy-window <hours>', 'hours of the day (UTC) in which copies move bytes, such as 22:00-06:00')
    .option('--scrub <interval>', 'verify each recovery point in the background once in this time, such as P7D');
}

/** Only what a flag names; the word none lifts a limit. Throws CommandError. */
export function toLimits({ copyRate, backupRate, verifyRate, copyWindow, scrub }: LimitFlags): Partial<WorkLimits> {
  return {
    ...limit('copyBytesPerSecond', copyRate, (text) => toRate('--copy-rate', text)),
    ...limit('backupBytesPerSecond', backupRate, (text) => toRate('--backup-rate', text)),
    ...limit('verifyBytesPerSecond', verifyRate, (text) => toRate('--verify-rate', text)),
    ...limit('copyWindow', copyWindow, toWindow),
    ...limit('scrubEveryMs', scrub, toInterval),
  };
}

function limit<Name extends keyof WorkLimits>(
  name: Name,
  text: string | undefined,
  parse: (text: string) => WorkLimits[Name],
): Pick<WorkLimits, Name> | undefined {
  if (text === undefined) return undefined;
  return { [name]: text === 'none' ? null : parse(text) } as Pick<WorkLimits, Name>;
}

function toRate(flag: string, text: string): number {
  const bytes = parseSize(text) ?? 0;
  return bytes >= RATE_MIN_BYTES ? bytes : wants(flag, 'a size of 1KiB or more, such as 50MiB', text);
}

const toWindow = (text: string): NonNullable<WorkLimits['copyWindow']> =>
  parseDailyWindow(text) ?? wants('--copy-window', 'hours of the day such as 22:00-06:00', text);

function toInterval(text: string): number {
  const ms = parseDuration(text) ?? 0;
  return ms >= SCRUB_EVERY_MIN_MS ? ms : wants('--scrub', 'an ISO 8601 duration of an hour or more, such as P7D', text);
}

function wants(flag: string, what: string, text: string): never {
  throw new CommandError(EXIT.usage, `${flag} wants ${what}, or none; "${text}" is not that.`);
}
