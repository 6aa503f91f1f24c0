const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `50MiB`, `1.5 GiB`, `200MB` (millions), `4096`, in whole bytes. Nothing for any other text. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,3})?) ?(?:([KMGTP])(i?)B?|B)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, count = '', unit, binary] = match;
  const power = unit === undefined ? 0 : 'KMGTP'.indexOf(unit) + 1;
  const sizeBytes = Math.floor(Number(count) * (binary === '' ? 1000 : 1024) ** power);
  return Number.isSafeInteger(sizeBytes) ? sizeBytes : undefined;
}

/** Bytes as a person reads them: `1.5 GiB`. */
export function printSize(sizeBytes: number): string {
  let unit = 0;
  let value = sizeBytes;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}
