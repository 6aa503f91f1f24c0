import { setTimeout as sleep } from 'node:timers/promises';
import type { Assembly } from '../../server/assemble.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { progressLine } from '../progress-line.ts';
import type { Terminal } from '../terminal.ts';

interface DescribedJob {
  readonly State?: string | undefined;
  readonly StatusMessage?: string | undefined;
}

const POLL_MS = 50;

/** Describes a job until it has ended, with a progress line meanwhile; throws CommandError with AWS's sentence unless it COMPLETED. */
export async function waitFor<Job extends DescribedJob>(
  { events }: Assembly,
  { label, id, terminal }: { label: string; id: string; terminal: Terminal },
  describe: () => Promise<Job>,
): Promise<Job & { seconds: number }> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const stop = events.subscribe(({ type, detail }) => {
    if (type !== 'progress' || detail.id !== id) return;
    const bytesTotal = detail.bytesTotal === null ? undefined : Number(detail.bytesTotal);
    terminal.progress(
      progressLine({
        label: `  ${label}`.padEnd(15),
        bytesDone: Number(detail.bytesDone),
        bytesTotal,
        seconds: seconds(),
      }),
    );
  });
  try {
    for (;;) {
      const job = await describe();
      if (job.State === 'COMPLETED') return { ...job, seconds: seconds() };
      if (['FAILED', 'ABORTED', 'EXPIRED'].includes(job.State ?? '')) {
        throw new CommandError(EXIT.finding, `${label}: the job ended ${job.State}: ${job.StatusMessage}`);
      }
      await sleep(POLL_MS);
    }
  } finally {
    stop();
    terminal.progress(undefined);
  }
}
