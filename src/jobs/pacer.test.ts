import { expect, test } from 'vitest';
import type { Timer } from '../util/timer.ts';
import { Pacer } from './pacer.ts';

/** Time that passes only while somebody waits. */
function world(rate: number | null) {
  let now = 1_000_000;
  const waiting: { at: number; callback: () => void }[] = [];
  const timer: Timer = {
    after(ms, callback) {
      waiting.push({ at: now + ms, callback });
      queueMicrotask(() => {
        const [next] = waiting.sort((one, other) => one.at - other.at);
        if (!next) return;
        waiting.shift();
        now = Math.max(now, next.at);
        next.callback();
      });
      return () => undefined;
    },
  };
  const setting = { rate };
  const pacer = new Pacer({ clock: { now: () => now }, timer, rate: () => setting.rate });
  return { pacer, setting, elapsed: () => (now - 1_000_000) / 1000 };
}

test('bytes take the time that the rate gives them', async () => {
  const { pacer, elapsed } = world(1000);
  for (let part = 0; part < 10; part += 1) await pacer.spend(500);
  expect(elapsed()).toBe(5);
});

test('two jobs share the rate', async () => {
  const { pacer, elapsed } = world(1000);
  const job = async () => {
    for (let part = 0; part < 10; part += 1) await pacer.spend(500);
  };
  await Promise.all([job(), job()]);
  expect(elapsed()).toBe(10);
});

test('without a rate nobody waits, and time that nobody used is not saved up', async () => {
  const { pacer, setting, elapsed } = world(null);
  await pacer.spend(1e12);
  expect(elapsed()).toBe(0);
  setting.rate = 1000;
  await pacer.spend(1000);
  expect(elapsed()).toBe(1);
});

test('a job that is aborted, or a rate that is lifted, ends the wait soon', async () => {
  const { pacer, setting, elapsed } = world(1);
  const stop = new AbortController();
  const waiting = pacer.spend(1e9, stop.signal);
  stop.abort();
  await waiting;
  const again = pacer.spend(1e9);
  setting.rate = null;
  await again;
  expect(elapsed()).toBeLessThan(5);
});
