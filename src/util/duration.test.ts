import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each([
  ['P35D', 35 * 86_400_000],
  ['PT15M', 900_000],
  ['P1W', 604_800_000],
  ['P1DT2H3M4S', 93_784_000],
])('%s is %d ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

test.each(['', 'P', 'PT', '15M', 'P1M', 'P-1D', 'PT1.5H'])('%j is no duration', (text) =>
  expect(parseDuration(text)).toBeUndefined(),
);
