const DURATION = /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

/** ISO 8601 durations of weeks, days, hours, minutes and seconds (`P35D`, `PT15M`) in milliseconds. Nothing for any other text. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || !match.slice(1).some((part) => part !== undefined)) return undefined;
  return match.slice(1).reduce((sum, part, unit) => sum + Number(part ?? 0) * UNITS_MS[unit]!, 0);
}
