/** Seconds from one date to the other; nothing while either is missing. */
export function secondsBetween(start: Date | undefined, end: Date | undefined): number | undefined {
  return start === undefined || end === undefined ? undefined : (end.getTime() - start.getTime()) / 1000;
}
