import { styleText } from 'node:util';

/** How a command speaks: to a person on a terminal, or to a program. */
export interface Terminal {
  readonly isJson: boolean;
  /** For people; nothing when a program listens. */
  say(line?: string): void;
  /** The result: as JSON for programs, as `lines` for people. */
  answer(value: unknown, lines: readonly string[]): void;
  /** A line that is overwritten by the next one; only on a terminal. */
  progress(line: string | undefined): void;
}

type Style = Parameters<typeof styleText>[0];

/** Colours only where the output is a terminal that wants them (NO_COLOR and FORCE_COLOR are honoured). */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

export function openTerminal(output: string): Terminal {
  const isJson = output === 'json';
  const isLive = !isJson && process.stderr.isTTY === true;
  let shown = 0;
  const clear = (): void => {
    if (shown > 0) process.stderr.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  return {
    isJson,
    say(line = '') {
      clear();
      if (!isJson) process.stdout.write(`${line}\n`);
    },
    answer(value, lines) {
      clear();
      process.stdout.write(isJson ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
    progress(line) {
      if (!isLive) return;
      clear();
      if (line === undefined) return;
      const fitting = line.slice(0, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r${fitting}`);
      shown = fitting.length;
    },
  };
}

/** Columns that running text may fill: those of the terminal, within what reads well; 80 where nobody tells. */
export const textWidth = (): number => Math.min(110, Math.max(60, process.stdout.columns || 80));

/** Rows under headings, columns as wide as they must be. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [paint('bold', line(headings)), ...rows.map(line)];
}
