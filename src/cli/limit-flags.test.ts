import { expect, test } from 'vitest';
import { toLimits } from './limit-flags.ts';

test('limits are what their flags say, and none where no flag says anything', () => {
  expect(toLimits({})).toEqual({});
  expect(toLimits({ copyRate: '50MiB', copyWindow: '22:00-06:00', scrub: 'P7D', backupRate: 'none' })).toEqual({
    copyBytesPerSecond: 52_428_800,
    copyWindow: { fromMinute: 1320, toMinute: 360 },
    scrubEveryMs: 604_800_000,
    backupBytesPerSecond: null,
  });
});

test.each([{ copyRate: 'fast' }, { verifyRate: '1' }, { copyWindow: 'nights' }, { scrub: 'weekly' }])(
  '%j is refused, and it is said what would be right',
  (flags) => {
    expect(() => toLimits(flags)).toThrow(/wants .* or none; ".*" is not that\./);
  },
);
