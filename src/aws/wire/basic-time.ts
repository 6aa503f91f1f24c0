// ISO 8601's basic format, `20150830T123600Z`: how signatures write time.

export const printBasicTime = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;

/** Milliseconds. Returns nothing where the text is no such time. */
export function parseBasicTime(text: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  // Rolled over: the 31st of February is no day.
  return printBasicTime(ms) === text ? ms : undefined;
}
