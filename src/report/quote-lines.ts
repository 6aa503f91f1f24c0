import { printable } from '../util/printable.ts';
import { wrapText } from '../util/wrap-text.ts';

/** A statement of a policy with what is said of it behind it: `{…} (Resource: asked …)`. */
const STATEMENT = /^([[{][\s\S]*[\]}])(?: \((.*)\))?$/;

/** A quotation as it is set under its origin: a policy's statement in the layout of JSON, anything else as it is; wrapped to `width`. */
export function quoteLines(quote: string, width: number): string[] {
  const [, body, remark] = STATEMENT.exec(quote) ?? [];
  const value = body === undefined ? undefined : parsed(body);
  if (value === undefined) return wrapText(printable(quote), width);
  const lines = layOut(value, width).flatMap((line) => indented(line, width));
  return [...lines, ...(remark === undefined ? [] : wrapText(`(${remark})`, width))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not every quotation in braces is JSON; then it is set as it stands.
    return undefined;
  }
}

/** JSON with a line for each member, and what fits on one line kept on it. */
function layOut(value: unknown, width: number): string[] {
  const whole = flat(value);
  if (whole.length <= width || typeof value !== 'object' || value === null) return [whole];
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([name, member], place, all) => {
    const [first = '', ...more] = layOut(member, width - 2);
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

/** A line of JSON that is too long goes on under its own beginning. */
function indented(line: string, width: number): string[] {
  const indent = ' '.repeat(line.length - line.trimStart().length);
  const [first = '', ...more] = wrapText(line.trimStart(), width - indent.length - 2);
  return [indent + first, ...more.map((rest) => `${indent}  ${rest}`)];
}
