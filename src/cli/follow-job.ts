import { setTimeout as sleep } from 'node:timers/promises';
import { printSize } from '../util/size.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import type { JobFlags } from './job-flags.ts';
import { progressLine } from './progress-line.ts';
import { openTerminal, paint } from './terminal.ts';
import { watchJob } from './watch-job.ts';

/** A job as its Describe operation tells it, whatever its kind. */
export interface JobView {
  readonly id: string;
  readonly state: string;
  readonly statusMessage: string | undefined;
  readonly sizeBytes: number | undefined;
  readonly seconds: number | undefined;
  /** The recovery point or resource that came of it. */
  readonly made: string | undefined;
}

export interface FollowedJob {
  readonly kind: 'backup' | 'copy' | 'restore';
  readonly flags: JobFlags;
  readonly describe: () => Promise<JobView>;
}

const ENDED = new Set(['COMPLETED', 'FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL']);
const POLL_MS = 250;

/** Shows a job's progress until it ends, then what came of it. A job that failed is exit code 1, with AWS's sentence. */
export async function followJob(id: string, { kind, flags, describe }: FollowedJob): Promise<void> {
  const terminal = openTerminal(flags.output);
  if (!flags.wait) return terminal.answer({ id, state: 'CREATED' }, [`${kind} job ${id} started`]);
  let figures: Readonly<Record<string, unknown>> = {};
  const stop = watchJob(flags, id, {
    onProgress: ({ bytesDone, bytesTotal, seconds }) =>
      terminal.progress(progressLine({ label: kind, bytesDone, bytesTotal, seconds })),
    onEnd: (seen) => {
      figures = seen;
    },
  });
  let job = await describe();
  try {
    while (!ENDED.has(job.state)) {
      await sleep(POLL_MS);
      job = await describe();
    }
  } finally {
    stop();
  }
  const moved = movement(figures);
  terminal.answer({ ...job, ...moved }, summary(kind, job, moved));
  if (job.state !== 'COMPLETED')
    throw new CommandError(EXIT.finding, `${kind} job ${id} ended ${job.state}: ${job.statusMessage ?? 'no message'}`);
}

interface Movement {
  readonly storedBytes?: number;
  readonly copiedBytes?: number;
  readonly reusedBytes?: number;
}

/** What was moved and what was there already, as far as the server told. */
function movement(figures: Readonly<Record<string, unknown>>): Movement {
  const names = ['storedBytes', 'copiedBytes', 'reusedBytes'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (typeof figures[name] === 'number' ? [[name, figures[name]]] : [])),
  );
}

function summary(kind: string, job: JobView, { storedBytes, copiedBytes, reusedBytes }: Movement): string[] {
  const colour = job.state === 'COMPLETED' ? 'green' : 'red';
  const size = job.sizeBytes === undefined ? '' : `  ${printSize(job.sizeBytes)}`;
  return [
    `${kind} job ${job.id}  ${paint(colour, job.state)}${size}`,
    ...(storedBytes === undefined ? [] : [`  ${printSize(storedBytes)} added to the vault`]),
    ...(copiedBytes === undefined
      ? []
      : [`  ${printSize(copiedBytes)} copied, ${printSize(reusedBytes ?? 0)} were there already`]),
    ...(job.made === undefined ? [] : [`  ${job.made}`]),
    ...(job.statusMessage === undefined || job.state !== 'COMPLETED'
      ? []
      : [`  ${paint('yellow', job.statusMessage)}`]),
  ];
}
