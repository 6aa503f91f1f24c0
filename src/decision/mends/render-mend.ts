import type { CopyFacts } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import { awsCalls } from './aws-calls.ts';
import { cloudformation } from './cloudformation.ts';
import { commandLine } from './command-line.ts';
import { documentChange } from './document-change.ts';
import { jsonPatch } from './json-patch.ts';
import { terraform } from './terraform.ts';

export const MEND_FORMS = ['json', 'cli', 'terraform', 'cloudformation'] as const;
export type MendForm = (typeof MEND_FORMS)[number];

/**
 * A mend as text to be carried out. `json` is a patch (RFC 6902) of the very document, or, where the mend edits none, the call of AWS's
 * API. Empty where the document that it edits could not be read.
 */
export function renderMend(facts: CopyFacts, remedy: Remedy, form: MendForm): string {
  switch (form) {
    case 'json':
      return json(facts, remedy);
    case 'cli':
      return awsCalls(facts, remedy)
        .map((call) => `${commandLine(call)}\n`)
        .join('');
    case 'terraform':
      return terraform(facts, remedy);
    case 'cloudformation':
      return cloudformation(facts, remedy);
  }
}

function json(facts: CopyFacts, remedy: Remedy): string {
  const change = documentChange(facts, remedy);
  if (change === undefined) {
    const calls = awsCalls(facts, remedy).map(({ service, operation, input }) => ({ service, operation, input }));
    return calls.length === 0 ? '' : `${JSON.stringify(calls, null, 2)}\n`;
  }
  if (change.before === null) return `${JSON.stringify(JSON.parse(change.after), null, 2)}\n`;
  return `${JSON.stringify(jsonPatch(JSON.parse(change.before), JSON.parse(change.after)), null, 2)}\n`;
}
