import { Counter, Gauge, type Registry } from 'prom-client';
import type { DeliveryWatch } from '../events/receiver.ts';

/** What Prometheus reads of the delivery of events, for each receiver. */
export function deliveryMetrics(registry: Registry): DeliveryWatch {
  const common = { labelNames: ['receiver'], registers: [registry] };
  const waiting = new Gauge({ name: 'crossvault_events_waiting', help: 'Events not delivered yet', ...common });
  const delivered = new Counter({ name: 'crossvault_events_delivered_total', help: 'Events delivered', ...common });
  const failures = new Counter({
    name: 'crossvault_event_failures_total',
    help: 'Tries to deliver that a receiver did not take',
    ...common,
  });
  const givenUp = new Counter({
    name: 'crossvault_events_given_up_total',
    help: 'Events that were given up: refused for good, too old, or too many',
    ...common,
  });
  return {
    waiting: (receiver, count) => waiting.set({ receiver }, count),
    delivered: (receiver, count) => delivered.inc({ receiver }, count),
    failed: (receiver) => failures.inc({ receiver }),
    givenUp: (receiver, count) => givenUp.inc({ receiver }, count),
  };
}
