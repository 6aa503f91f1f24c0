import { expect, test } from 'vitest';
import { RATE_OVER_MS } from './limits.ts';
import { RecentRate } from './recent-rate.ts';

test('the rate is that of the last while, whatever was before', () => {
  const rate = new RecentRate(0);
  expect(rate.at(0, 0)).toBe(0);
  expect(rate.at(1000, 5000)).toBe(5000);
  for (let second = 2; second <= 60; second += 1) rate.at(second * 1000, 5000 + second * 100);
  expect(rate.at(61_000, 5000 + 6100)).toBe(100);
});

test('what stands still has no rate', () => {
  const rate = new RecentRate(0);
  rate.at(1000, 9000);
  expect(rate.at(1000 + RATE_OVER_MS * 2, 9000)).toBe(0);
});
