const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d))?)?)?$/;
const EPOCH = /^\d{1,12}$/;

/** Milliseconds since 1970 of a W3C form of ISO 8601 (`2026`, `2026-11`, `2026-11-21`, with time and zone) or of epoch seconds; else nothing. */
export function parseDate(text: string): number | undefined {
  if (EPOCH.test(text) && text.length !== 4) return Number(text) * 1000;
  const match = ISO.exec(text);
  if (!match) return undefined;
  const time = Date.parse(match[7] === undefined ? text : text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : time;
}
