import { createInterface } from 'node:readline/promises';

const YES = new Set(['y', 'yes', 's', 'si', 'sí', 'はい', '是']);

/** Asks a person at the terminal. Only a clear yes is one; the end of the input, or an empty line, is a no. */
export async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question(`    ${question} `), ended]);
    return YES.has(answer.trim().toLowerCase());
  } finally {
    terminal.close();
  }
}
