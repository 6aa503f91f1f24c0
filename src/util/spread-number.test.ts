import { expect, test } from 'vitest';
import { spreadNumber } from './spread-number.ts';

test('the same text gives the same number, and many texts fill the range', () => {
  expect(spreadNumber('a', 1_000_000)).toBe(spreadNumber('a', 1_000_000));
  const numbers = Array.from({ length: 10_000 }, (_, index) => spreadNumber(`point-${index}`, 10));
  for (let digit = 0; digit < 10; digit += 1) {
    const share = numbers.filter((number) => number === digit).length / numbers.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  }
});
