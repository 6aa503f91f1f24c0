import type { FactsFile } from './facts-file.ts';
import { FORMAT, VERSION } from './facts-file.ts';

/** Members whose texts are documents: they stand once in the file, however many roles or accounts have them. */
const DOCUMENTS: ReadonlySet<string> = new Set(['document', 'trustPolicy', 'accessPolicy', 'policy', 'tagPolicy']);

/** Facts as the text of a file, which `readFacts` reads back. */
export function writeFacts({ moment, estate, plans, cases }: FactsFile): string {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `d${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const body = mapTexts({ moment, ...estate, plans, cases }, (text, member) =>
    DOCUMENTS.has(member) ? { $ref: nameOf(text) } : text,
  ) as object;
  const documents = Object.fromEntries([...names].map(([text, name]) => [name, text]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...body, documents }, null, 1)}\n`;
}

/** The same value with every text put through a function, which is told the name of the member it stands in. */
function mapTexts(value: unknown, change: (text: string, member: string) => unknown, member = ''): unknown {
  if (typeof value === 'string') return change(value, member);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change, name)]));
}
