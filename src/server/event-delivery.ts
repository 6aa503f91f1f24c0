import type { Logger } from 'pino';
import { EventDeliverer } from '../events/deliverer.ts';
import { openEventLog } from '../events/event-log.ts';
import type { Receiver } from '../events/receiver.ts';
import { openWebhook } from '../events/webhook.ts';
import type { Records } from '../storage/records/records.ts';
import { systemClock, systemTimer } from './clocks.ts';
import type { ServerConfig } from './config.ts';
import type { Metrics } from './metrics.ts';

export interface EventDelivery {
  readonly deliverer: EventDeliverer;
  /** The log file was moved away: begin another. Nothing happens where there is no log file. */
  reopenLog(): void;
}

/** The receivers that the operator has named, and who serves them. Starts nothing. */
export function openEventDelivery({
  config: { eventWebhook, eventLog },
  records,
  log,
  metrics,
  warn,
}: {
  readonly config: ServerConfig;
  readonly records: Records;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly warn: (sentence: string) => void;
}): EventDelivery {
  const parts = { machineClock: systemClock, timer: systemTimer, log, watch: metrics.delivery };
  const receivers: Receiver[] = [];
  if (eventWebhook !== undefined) {
    if (eventWebhook.secret === undefined)
      warn('Events go to the webhook unsigned. Name a file with a secret by --event-webhook-secret to sign them.');
    receivers.push(openWebhook({ ...parts, ...eventWebhook }));
  }
  const file = eventLog === undefined ? undefined : openEventLog(eventLog);
  if (file !== undefined) receivers.push(file);
  return {
    deliverer: new EventDeliverer({ ...parts, records, receivers }),
    reopenLog: () => file?.reopen(),
  };
}
