import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryWatch } from '../events/receiver.ts';
import { deliveryMetrics } from './delivery-metrics.ts';

/** What Prometheus reads at `/_crossvault/metrics`. */
export interface Metrics {
  readonly contentType: string;
  print(): Promise<string>;
  jobEnded(job: { kind: string; state: string; seconds: number; storedBytes: number }): void;
  scrubbed(point: { bytes: number; illPoints: number }): void;
  readonly illPoints: { set(count: number): void };
  readonly jobsRunning: { set(count: number): void };
  readonly delivery: DeliveryWatch;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const jobs = new Counter({
    name: 'crossvault_jobs_total',
    help: 'Jobs that ended',
    labelNames: ['kind', 'state'],
    registers,
  });
  const seconds = new Histogram({
    name: 'crossvault_job_seconds',
    help: 'How long jobs took, from claim to end',
    labelNames: ['kind'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1800, 7200, 28_800],
    registers,
  });
  const stored = new Counter({
    name: 'crossvault_stored_bytes_total',
    help: 'Sealed bytes added to vaults',
    labelNames: ['kind'],
    registers,
  });
  const running = new Gauge({
    name: 'crossvault_jobs_running',
    help: 'Jobs being worked on by this process',
    registers,
  });
  const scrubbedPoints = new Counter({
    name: 'crossvault_scrubbed_points_total',
    help: 'Recovery points that the scrub has read',
    registers,
  });
  const scrubbedBytes = new Counter({
    name: 'crossvault_scrubbed_bytes_total',
    help: 'Bytes that the scrub has read and compared',
    registers,
  });
  const ill = new Gauge({
    name: 'crossvault_ill_points',
    help: 'Recovery points in which their last scrub found damage, or whose key refused',
    registers,
  });
  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    jobEnded(job) {
      jobs.inc({ kind: job.kind, state: job.state });
      seconds.observe({ kind: job.kind }, job.seconds);
      stored.inc({ kind: job.kind }, job.storedBytes);
    },
    scrubbed({ bytes, illPoints }) {
      scrubbedPoints.inc();
      scrubbedBytes.inc(bytes);
      ill.set(illPoints);
    },
    illPoints: ill,
    jobsRunning: running,
    delivery: deliveryMetrics(registry),
  };
}
