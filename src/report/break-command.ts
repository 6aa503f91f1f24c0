import { layOutJson } from './lay-out-json.ts';

/**
 * A command line of a shell that is longer than `width`, laid out to be read and still to be pasted: a line for each flag, ending in a
 * backslash, and JSON inside single quotes over several lines. A shorter one stays as it is; so does what is quoted in another way.
 */
export function breakCommand(command: string, width: number): string {
  if (command.length <= width) return command;
  const words = wordsOf(command);
  const lines: string[] = [];
  for (const word of words) {
    const isFlag = word.startsWith('--');
    if (isFlag || lines.length === 0) lines.push(word);
    else lines[lines.length - 1] += ` ${laidOut(word, width)}`;
  }
  return lines.join(' \\\n  ');
}

/** The words of a command, quoted ones with their quotes. */
const wordsOf = (command: string): readonly string[] => command.match(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g) ?? [];

function laidOut(word: string, width: number): string {
  const json = /^'([{[][^']*)'$/.exec(word)?.[1];
  if (json === undefined) return word;
  try {
    return `'${layOutJson(JSON.parse(json), width - 4).join('\n  ')}'`;
  } catch {
    // In braces, and no JSON: a query of the AWS CLI.
    return word;
  }
}
