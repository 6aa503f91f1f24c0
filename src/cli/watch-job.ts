import { fetchOperator, type OperatorFlags } from './operator-client.ts';

export interface SeenProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number | undefined;
  /** Since the first sign of this job. */
  readonly seconds: number;
}

export interface JobWatcher {
  readonly onProgress: (seen: SeenProgress) => void;
  /** The engine's figures of the completed job. */
  readonly onEnd: (figures: Readonly<Record<string, unknown>>) => void;
}

/**
 * Listens to the server's events for one job's progress; returns the way to stop. A server without the operator API, or one that
 * refuses the token, simply shows none: the job goes on all the same.
 */
export function watchJob(flags: OperatorFlags, jobId: string, watcher: JobWatcher): () => void {
  const controller = new AbortController();
  listen(flags, controller.signal, jobId, watcher).catch((error: unknown) => {
    if (process.env.CROSSVAULT_DEBUG !== undefined && !controller.signal.aborted) console.error(error);
  });
  return () => controller.abort();
}

async function listen(
  flags: OperatorFlags,
  signal: AbortSignal,
  jobId: string,
  { onProgress, onEnd }: JobWatcher,
): Promise<void> {
  const response = await fetchOperator(flags, 'GET', 'events?types=job,progress', undefined, signal);
  if (!response.ok || response.body === null) return;
  let firstAt: number | undefined;
  for await (const { type, detail } of eventsOf(response.body)) {
    if (detail.id !== jobId) continue;
    firstAt ??= performance.now();
    if (type === 'job' && detail.state === 'COMPLETED') onEnd(detail);
    if (type !== 'progress') continue;
    const bytesTotal = detail.bytesTotal === null ? undefined : Number(detail.bytesTotal);
    onProgress({ bytesDone: Number(detail.bytesDone), bytesTotal, seconds: (performance.now() - firstAt) / 1000 });
  }
}

interface SeenEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<SeenEvent> {
  let rest = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) yield JSON.parse(line.slice('data:'.length)) as SeenEvent;
  }
}
