import { readFile, stat } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { CommandError, EXIT } from '../../exit-codes.ts';

/** The answer of ListCopyJobs has 1,000 jobs of a few kilobytes at most. */
const INPUT_BYTES_MAX = 16 * 1024 * 1024;
/** Messages explained at once: a list of jobs repeats a few. */
const MESSAGES_MAX = 50;

/**
 * The messages that somebody asks about: the argument itself, or what a file (`@FILE`) or standard input (`-`) holds. That may be the
 * message, or JSON as the AWS CLI prints it for a job or a list of jobs; each message is told once. A job without a message gives ''.
 */
export async function messagesIn(argument: string): Promise<readonly string[]> {
  if (argument !== '-' && !argument.startsWith('@')) return messagesOf(argument);
  const name = argument === '-' ? 'standard input' : argument.slice(1);
  return messagesOf(argument === '-' ? await textOf(process.stdin) : await readWhole(name));
}

async function readWhole(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > INPUT_BYTES_MAX)
      throw new CommandError(EXIT.usage, `${file} is larger than the answer of any job call.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(EXIT.missing, `${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

export function messagesOf(text: string): readonly string[] {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed)) return [trimmed];
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    // Looks like JSON and is not: then it is the message itself.
    return [trimmed];
  }
  return [...new Set(jobsIn(value).map(({ StatusMessage }) => StatusMessage ?? ''))].slice(0, MESSAGES_MAX);
}

interface JobLike {
  readonly StatusMessage?: string;
}

/** Jobs anywhere in the answer: whatever has a state and an id. */
function jobsIn(value: unknown): readonly JobLike[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(jobsIn);
  const members = value as Readonly<Record<string, unknown>>;
  const isJob = ['CopyJobId', 'BackupJobId', 'RestoreJobId', 'StatusMessage'].some((name) => name in members);
  if (!isJob) return Object.values(members).flatMap(jobsIn);
  return [typeof members.StatusMessage === 'string' ? { StatusMessage: members.StatusMessage } : {}];
}
