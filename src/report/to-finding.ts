import type { Diagnosed, Mend } from '../decision/diagnosis.ts';
import type { CopyFacts } from '../decision/facts.ts';
import type { Remedy } from '../decision/remedy.ts';
import { type Language, say, type Text, text } from '../words/text.ts';
import type { ReportedFinding, ReportedMend } from './report.ts';

export interface FindingOptions {
  readonly language: Language;
  /** Puts a remedy into the form that was asked for; nothing where the form cannot say it. */
  readonly render?: (remedy: Remedy, facts: CopyFacts) => string | undefined;
}

/** Two findings are one when the same account has to do the same thing about the same fault. */
export function keyOf({ id, outcome, severity, actor, mends, title, grant }: Diagnosed): string {
  const asked = mends.length > 0 ? mends.map((mend) => [mend.text, mend.remedy]) : title;
  return JSON.stringify([id, outcome, severity, actor, asked, grant]);
}

/** A finding in the reader's language, its mends in the form asked for. */
export function toFinding(finding: Diagnosed, facts: CopyFacts | undefined, options: FindingOptions): ReportedFinding {
  const inWords = (words: Text): string => say(words, options.language);
  const { id, gate, severity, title, explanation, actor, sentence, evidence, grant, sources } = finding;
  return {
    id,
    gate,
    outcome: finding.outcome === 'unknown' ? 'unknown' : 'unmet',
    severity,
    title:
      gate === 'way-back' ? say(text('report.way-back', { title: inWords(title) }), options.language) : inWords(title),
    ...(explanation && { explanation: inWords(explanation) }),
    actor,
    ...(sentence && {
      sentence: { id: sentence.id, text: sentence.text, category: sentence.category, origin: sentence.origin },
    }),
    evidence,
    mends: finding.mends.map((mend) => toMend(mend, facts, options)),
    ...(grant === undefined ? {} : { grant }),
    sources,
    copies: [],
  };
}

function toMend(
  { kind, actor, text: words, remedy }: Mend,
  facts: CopyFacts | undefined,
  { language, render }: FindingOptions,
): ReportedMend {
  const rendered = remedy && facts && render?.(remedy, facts);
  return {
    kind,
    actor,
    text: say(words, language),
    ...(remedy && { remedy }),
    ...(rendered === undefined ? {} : { rendered }),
  };
}
