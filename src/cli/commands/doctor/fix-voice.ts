import type { Proposal } from '../../../doctor/mend/collect-changes.ts';
import { unifiedDiff } from '../../../report/unified-diff.ts';
import { printable } from '../../../util/printable.ts';
import { wrapText } from '../../../util/wrap-text.ts';
import { type Language, say, type Text, type TextId, text } from '../../../words/text.ts';
import { paint, type Terminal } from '../../terminal.ts';

/** What became of a change. */
export type ChangeState = 'shown' | 'written' | 'skipped' | 'refused';

type Style = Parameters<typeof paint>[0];

const STYLES: Readonly<Record<ChangeState, Style>> = { shown: 'dim', written: 'green', skipped: 'dim', refused: 'red' };

/** What the command says to a person; silent where a program listens. */
export class FixVoice {
  readonly #language: Language;
  readonly #terminal: Terminal;
  readonly #width: number;

  constructor(language: Language, { terminal, width }: { readonly terminal: Terminal; readonly width: number }) {
    this.#language = language;
    this.#terminal = terminal;
    this.#width = width;
  }

  words(id: TextId, parts: Text['parts'] = {}): string {
    return say(text(id, parts), this.#language);
  }

  say(id: TextId): void {
    this.#terminal.say();
    this.#put(this.words(id), { indent: 1, style: 'bold' });
  }

  show({ account, text: mend, change }: Extract<Proposal, { kind: 'change' }>, number: number): void {
    const { name, calls, before, after } = change;
    this.#terminal.say();
    this.#put(this.words('fix.change', { number: String(number), account, name }), { indent: 1, style: 'bold' });
    this.#put(say(mend, this.#language), { indent: 4 });
    this.#put(this.words('fix.calls', { calls: calls.join(', ') }), { indent: 4, style: 'dim' });
    this.#terminal.say();
    for (const line of unifiedDiff(before, after)) this.#terminal.say(`    ${coloured(printable(line))}`);
    this.#terminal.say();
  }

  tellState(state: ChangeState, reason = ''): void {
    this.#put(this.words(`fix.${state}`, { reason }), { indent: 4, style: STYLES[state] });
  }

  tellUndone(proposal: Exclude<Proposal, { kind: 'change' }>, number: number): void {
    const why =
      proposal.kind === 'no-profile'
        ? this.words('fix.no-profile', { account: proposal.account })
        : (proposal.reason ?? this.words('fix.by-hand'));
    this.#terminal.say();
    this.#put(`${number}. ${say(proposal.text, this.#language)}`, { indent: 1, style: 'bold' });
    this.#put(why, { indent: 4, style: 'yellow' });
  }

  #put(words: string, { indent, style }: { readonly indent: number; readonly style?: Style }): void {
    for (const line of wrapText(printable(words), this.#width - indent)) {
      this.#terminal.say(`${' '.repeat(indent)}${style ? paint(style, line) : line}`);
    }
  }
}

function coloured(line: string): string {
  if (line.startsWith('+')) return paint('green', line);
  if (line.startsWith('-')) return paint('red', line);
  return line.startsWith('@') ? paint('cyan', line) : line;
}
