import type { Explanation } from '../decision/failures/explain-sentence.ts';
import type { WayToLook } from '../decision/failures/ways-to-look.ts';
import type { KnownSentence } from '../messages/dictionary/known-sentence.ts';
import type { MessageCategory } from '../messages/message-category.ts';
import { type Language, say } from '../words/text.ts';

/** What a message means, in the reader's language: the form of `doctor explain --output json`. */
export interface ReportedExplanation {
  readonly schema: 'crossvault.explain/1';
  readonly language: Language;
  readonly said: string;
  readonly category: MessageCategory;
  readonly fragment?: string;
  /** `likeness`: not this sentence, but one that is like it. */
  readonly matches: readonly ReportedSentence[];
}

export interface ReportedSentence {
  readonly by: 'whole' | 'part' | 'likeness';
  readonly id: string;
  readonly template: string;
  readonly original?: string;
  readonly category: MessageCategory;
  readonly spokenBy: KnownSentence['spokenBy'];
  readonly origin: KnownSentence['origin'];
  readonly about?: string;
  readonly causes: readonly ReportedCause[];
}

export interface ReportedCause {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly look: readonly WayToLook[];
}

/** Puts an explanation into words. */
export function toReportedExplanation(explanation: Explanation, language: Language): ReportedExplanation {
  const { said, category, fragment, matches } = explanation;
  return {
    schema: 'crossvault.explain/1',
    language,
    said,
    category,
    ...(fragment === undefined ? {} : { fragment }),
    matches: matches.map(({ by, id, sentence, original, about, causes, ...match }) => ({
      by,
      id,
      template: sentence.template.replaceAll('{}', '…'),
      ...(original === undefined ? {} : { original }),
      category: match.category,
      spokenBy: sentence.spokenBy,
      origin: sentence.origin,
      ...(about && { about: say(about, language) }),
      causes: causes.map((cause) => ({
        id: cause.id,
        title: say(cause.title, language),
        why: say(cause.why, language),
        look: cause.look,
      })),
    })),
  };
}
