/** JSON with a line for each member, and what fits on one line kept on it. */
export function layOutJson(value: unknown, width: number): string[] {
  const whole = flat(value);
  if (whole.length <= width || typeof value !== 'object' || value === null) return [whole];
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([name, member], place, all) => {
    const [first = '', ...more] = layOutJson(member, width - 2);
    const head = isList ? first : `${JSON.stringify(name)}: ${first}`;
    const isLast = place === all.length - 1;
    return [head, ...more].map((line, row, rows) => `  ${line}${row === rows.length - 1 && !isLast ? ',' : ''}`);
  });
  return [isList ? '[' : '{', ...members.flat(), isList ? ']' : '}'];
}

/** On one line, with a space where a reader wants one. */
function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${flat(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
