import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinWindow, nextClosing, nextOpening, parseDailyWindow, printDailyWindow } from './daily-window.ts';

const at = (text: string): number => Date.parse(`2026-11-27T${text}Z`);

test('a window by day', () => {
  const window = parseDailyWindow('08:00-17:30')!;
  const within = ['07:59:59.999', '08:00:00', '17:29:59.999', '17:30:00'].map((time) =>
    isWithinWindow(window, at(time)),
  );
  expect(within).toEqual([false, true, true, false]);
});

test('a window over midnight', () => {
  const window = parseDailyWindow('22:00-06:00')!;
  const within = ['21:59:59', '22:00:00', '00:00:00', '05:59:59', '06:00:00'].map((time) =>
    isWithinWindow(window, at(time)),
  );
  expect(within).toEqual([false, true, true, true, false]);
  expect(nextOpening(window, at('12:00:00'))).toBe(at('22:00:00'));
  expect(nextOpening(window, at('22:00:00'))).toBe(at('22:00:00') + 86_400_000);
  expect(nextClosing(window, at('23:00:00'))).toBe(at('06:00:00') + 86_400_000);
});

test('midnight may be written at either end', () => {
  for (const text of ['00:00-24:00', '00:00-00:00'])
    expect(isWithinWindow(parseDailyWindow(text)!, at('23:59:59'))).toBe(true);
  expect(printDailyWindow(parseDailyWindow('18:00-00:00')!)).toBe('18:00-24:00');
});

test.each(['', '8:00-9:00', '08:00', '08:00-08:00', '24:00-25:00', '08:60-09:00', '08:00-24:01', '22:00–06:00'])(
  '"%s" is no window',
  (text) => {
    expect(parseDailyWindow(text)).toBeUndefined();
  },
);

test('at an opening a window is open, just before it is not; a closing likewise', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 4e12 }), (fromMinute, to, time) => {
      fc.pre(fromMinute !== to);
      const window = { fromMinute, toMinute: to === 0 ? 1440 : to };
      const [opening, closing] = [nextOpening(window, time), nextClosing(window, time)];
      fc.pre(window.toMinute % 1440 !== fromMinute);
      expect([isWithinWindow(window, opening), isWithinWindow(window, opening - 1)]).toEqual([true, false]);
      expect([isWithinWindow(window, closing), isWithinWindow(window, closing - 1)]).toEqual([false, true]);
      expect(opening - time).toBeLessThanOrEqual(86_400_000);
    }),
  );
});
