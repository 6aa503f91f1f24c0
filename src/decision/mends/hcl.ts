/** A JSON value as an expression of Terraform's language, for `jsonencode(…)` or an argument. */
export function toHcl(value: unknown, depth = 0): string {
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) return `[${value.map((each) => toHcl(each)).join(', ')}]`;
    return `[\n${value.map((each) => `${inner}${toHcl(each, depth + 1)},\n`).join('')}${outer}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, each]) => `${inner}${key(name)} = ${toHcl(each, depth + 1)}\n`);
    return members.length === 0 ? '{}' : `{\n${members.join('')}${outer}}`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

const key = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : quoted(name));

/** `${` and `%{` begin templates there; doubled, they are themselves. */
export function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
}

/** A name that Terraform takes for a resource. */
export const label = (text: string): string => {
  const plain = text.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z_]/.test(plain) ? plain.toLowerCase() : `r_${plain.toLowerCase()}`;
};
