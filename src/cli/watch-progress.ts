import { fetchOperator, type OperatorFlags } from './operator-client.ts';

export interface SeenProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number | undefined;
  /** Since the first sign of this job. */
  readonly seconds: number;
}

/**
 * Listens to the server's events for one job's progress; returns the way to stop. A server without the operator API, or one that
 * refuses the token, simply shows none: the job goes on all the same.
 */
export function watchProgress(
  flags: OperatorFlags,
  jobId: string,
  onProgress: (seen: SeenProgress) => void,
): () => void {
  const controller = new AbortController();
  listen(flags, controller.signal, jobId, onProgress).catch((error: unknown) => {
    if (process.env.CROSSVAULT_DEBUG !== undefined && !controller.signal.aborted) console.error(error);
  });
  return () => controller.abort();
}

async function listen(
  flags: OperatorFlags,
  signal: AbortSignal,
  jobId: string,
  onProgress: (seen: SeenProgress) => void,
): Promise<void> {
  const response = await fetchOperator(flags, 'GET', 'events', undefined, signal);
  if (!response.ok || response.body === null) return;
  let firstAt: number | undefined;
  let rest = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const detail = parseProgress(line);
      if (detail?.id !== jobId) continue;
      firstAt ??= performance.now();
      onProgress({
        bytesDone: detail.bytesDone,
        bytesTotal: detail.bytesTotal ?? undefined,
        seconds: (performance.now() - firstAt) / 1000,
      });
    }
  }
}

function parseProgress(line: string): { id: string; bytesDone: number; bytesTotal: number | null } | undefined {
  if (!line.startsWith('data:')) return undefined;
  const event = JSON.parse(line.slice('data:'.length)) as {
    type: string;
    detail: { id: string; bytesDone: number; bytesTotal: number | null };
  };
  return event.type === 'progress' ? event.detail : undefined;
}
