import { printable } from '../util/printable.ts';
import { wrapText } from '../util/wrap-text.ts';
import { layOutJson } from './lay-out-json.ts';

/** A statement of a policy with what is said of it behind it: `{…} (Resource: asked …)`. */
const STATEMENT = /^([[{][\s\S]*[\]}])(?: \((.*)\))?$/;

/** A quotation as it is set under its origin: a policy's statement in the layout of JSON, anything else as it is; wrapped to `width`. */
export function quoteLines(quote: string, width: number): string[] {
  const [, body, remark] = STATEMENT.exec(quote) ?? [];
  const value = body === undefined ? undefined : parsed(body);
  if (value === undefined) return wrapText(printable(quote), width);
  const lines = layOutJson(value, width).flatMap((line) => indented(line, width));
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

/** A line of JSON that is too long goes on under its own beginning. */
function indented(line: string, width: number): string[] {
  const indent = ' '.repeat(line.length - line.trimStart().length);
  const [first = '', ...more] = wrapText(line.trimStart(), width - indent.length - 2);
  return [indent + first, ...more.map((rest) => `${indent}  ${rest}`)];
}
