/** Hours of each day, in UTC: from a minute on, up to another. One that ends before it begins reaches over midnight. */
export interface DailyWindow {
  /** Minutes since midnight, 0 to 1,439. */
  readonly fromMinute: number;
  /** Exclusive; 1 to 1,440. */
  readonly toMinute: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** `22:00-06:00`, `00:00-24:00`. Nothing for any other text, nor for a window of no length. */
export function parseDailyWindow(text: string): DailyWindow | undefined {
  const match = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [fromHour = 0, fromPart = 0, toHour = 0, toPart = 0] = match.slice(1).map(Number);
  const window = { fromMinute: fromHour * 60 + fromPart, toMinute: toHour * 60 + toPart };
  if (toHour === 0 && toPart === 0) window.toMinute = DAY_MINUTES;
  const isOfADay = window.fromMinute < DAY_MINUTES && window.toMinute <= DAY_MINUTES && fromPart < 60 && toPart < 60;
  return isOfADay && window.fromMinute !== window.toMinute ? window : undefined;
}

export function printDailyWindow({ fromMinute, toMinute }: DailyWindow): string {
  const print = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${print(fromMinute)}-${print(toMinute)}`;
}

export function isWithinWindow(window: DailyWindow, time: number): boolean {
  const { fromMinute, toMinute } = window;
  const minute = (time % DAY_MS) / MINUTE_MS;
  return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/** The next moment at which the window opens, later than `time`. */
export function nextOpening({ fromMinute }: DailyWindow, time: number): number {
  return nextAt(fromMinute, time);
}

/** The next moment at which it closes, later than `time`. */
export function nextClosing({ toMinute }: DailyWindow, time: number): number {
  return nextAt(toMinute % DAY_MINUTES, time);
}

function nextAt(minute: number, time: number): number {
  const today = time - (time % DAY_MS) + minute * MINUTE_MS;
  return today > time ? today : today + DAY_MS;
}
