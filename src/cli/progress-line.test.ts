import { expect, test } from 'vitest';
import { printSeconds, progressLine } from './progress-line.ts';

const MIB = 1024 * 1024;

test('a known total gives a bar, a rate and the time left', () => {
  expect(progressLine({ label: 'copy', bytesDone: 50 * MIB, bytesTotal: 100 * MIB, seconds: 2 })).toBe(
    'copy  [##########----------]  50 %  50.0 MiB of 100 MiB  25.0 MiB/s  2 s left',
  );
});

test('an unknown total gives what is done and how fast', () => {
  expect(progressLine({ label: 'backup', bytesDone: 10 * MIB, bytesTotal: undefined, seconds: 1 })).toBe(
    'backup  10.0 MiB  10.0 MiB/s',
  );
});

test('more done than expected stays at 100 %', () => {
  expect(progressLine({ label: 'x', bytesDone: 2, bytesTotal: 1, seconds: 0 })).toContain('100 %');
});

test.each([
  [0, '0 s'],
  [99, '99 s'],
  [101, '2 min'],
  [4_800, '1 h 20 min'],
])('%d seconds print as %s', (seconds, text) => expect(printSeconds(seconds)).toBe(text));
