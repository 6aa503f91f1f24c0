import type { Logger } from 'pino';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import type { Clock } from '../util/clock.ts';
import type { Timer } from '../util/timer.ts';
import { FAILURES_A_ROUND_MAX, REQUEST_TIMEOUT_MS, REQUESTS_AT_ONCE } from './limits.ts';
import type { EventMessage } from './message.ts';
import type { DeliveryWatch, Receiver } from './receiver.ts';
import { webhookHeaders } from './webhook-signature.ts';

export interface WebhookParts {
  readonly url: string;
  /** Signs the requests; nothing leaves them unsigned. */
  readonly secret: SecretBytes | undefined;
  readonly machineClock: Clock;
  readonly timer: Timer;
  readonly log: Logger;
  readonly watch: DeliveryWatch;
}

/** Answers by which a receiver says that it has understood a message and will never take it: it is given up, and holds nothing back. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/**
 * Posts each message as JSON to one URL. Any answer of the 200s takes it. Messages of one subject go one after the other; a subject whose
 * message is not taken waits, and the others do not wait for it within a batch.
 */
export function openWebhook(parts: WebhookParts): Receiver {
  /** Taken, while others of their batch are not: left out when the batch comes again. */
  const taken = new Set<string>();
  /** Subjects whose message was not taken the last time: they stand behind the others. */
  let refused: ReadonlySet<string> = new Set();
  return {
    name: 'webhook',
    async deliver(messages, signal) {
      const lines = [...Map.groupBy(messages, ({ subject }) => subject)]
        .toSorted(([one], [other]) => Number(refused.has(one)) - Number(refused.has(other)))
        .map(([, line]) => line);
      const failures = new Map<string, unknown>();
      const work = async (): Promise<void> => {
        for (let line = lines.shift(); line !== undefined && !signal.aborted; line = lines.shift()) {
          // It takes nothing at all just now: asking for each job would only keep it down.
          if (failures.size >= FAILURES_A_ROUND_MAX) return;
          try {
            for (const message of line) {
              if (taken.has(message.id)) continue;
              await post(parts, message, signal);
              taken.add(message.id);
            }
          } catch (error) {
            failures.set(line[0]?.subject ?? '', error);
          }
        }
      };
      await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, work));
      refused = new Set(failures.keys());
      const [failure] = failures.values();
      if (failure !== undefined) throw failure;
      signal.throwIfAborted();
      taken.clear();
    },
    close: () => Promise.resolve(),
  };
}

async function post(parts: WebhookParts, message: EventMessage, signal: AbortSignal): Promise<void> {
  const { url, secret, machineClock, log, watch } = parts;
  const body = JSON.stringify(message.body);
  const response = await withTimeout(parts.timer, signal, (bounded) =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: bounded,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'crossvault',
        'crossvault-event-form': message.form,
        ...webhookHeaders({ id: message.id, body, now: machineClock.now() }, secret),
        // How SNS announces a notification to an HTTP endpoint.
        ...(message.form === 'sns' ? { 'x-amz-sns-message-type': 'Notification' } : {}),
      },
      body,
    }),
  );
  await response.body?.cancel();
  if (response.ok) return;
  if (!REFUSALS.has(response.status)) throw new Error(`the webhook answered ${response.status}`);
  watch.givenUp('webhook', 1);
  log.error({ id: message.id, status: response.status }, 'the webhook will not take an event; it was given up');
}

async function withTimeout<Result>(
  timer: Timer,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const late = new AbortController();
  const cancel = timer.after(REQUEST_TIMEOUT_MS, () => late.abort(new Error('the webhook did not answer in time')));
  try {
    return await run(AbortSignal.any([signal, late.signal]));
  } finally {
    cancel();
  }
}
