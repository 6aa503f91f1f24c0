/** A JSON value as YAML, in blocks, beginning on a fresh line at `depth`. Strings that YAML could read as something else stand in double quotes. */
export function toYaml(value: unknown, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    return value.map((each) => `${indent}-${nested(each, depth + 1, { isItem: true })}`).join('');
  }
  const members = Object.entries(value as Readonly<Record<string, unknown>>);
  return members
    .map(([name, each]) => `${indent}${scalar(name)}:${nested(each, depth + 1, { isItem: false })}`)
    .join('');
}

function nested(value: unknown, depth: number, { isItem }: { isItem: boolean }): string {
  if (typeof value !== 'object' || value === null) return ` ${scalar(value)}\n`;
  if (Object.keys(value).length === 0) return Array.isArray(value) ? ' []\n' : ' {}\n';
  // The first member of a mapping in a list stands beside the dash.
  if (isItem && !Array.isArray(value)) return ` ${toYaml(value, depth).trimStart()}`;
  return `\n${toYaml(value, depth)}`;
}

const PLAIN = /^[A-Za-z][\w./-]*$/;
const WORDS = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n']);

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return PLAIN.test(value) && !WORDS.has(value.toLowerCase()) ? value : JSON.stringify(value);
}
