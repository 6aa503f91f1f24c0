import type { KnownSentence } from '../../messages/dictionary/known-sentence.ts';
import { knownSentences } from '../../messages/dictionary/known-sentences.ts';
import { type Recognized, recognize } from '../../messages/dictionary/recognize.ts';
import { categoryOf, fragmentIn, type MessageCategory } from '../../messages/message-category.ts';
import { en } from '../../words/en.ts';
import { type Text, type TextId, text } from '../../words/text.ts';
import { causesOf } from './causes.ts';
import { type WayToLook, waysToLook } from './ways-to-look.ts';

/** What is behind a message of AWS, without a look at any account. */
export interface Explanation {
  readonly said: string;
  /** The category that AWS files it under. */
  readonly category: MessageCategory;
  /** The part of the text that makes the category, where no known sentence does. */
  readonly fragment?: string;
  readonly matches: readonly ExplainedSentence[];
}

interface ExplainedSentence {
  readonly by: Recognized['by'];
  readonly id: string;
  readonly sentence: KnownSentence;
  /** As the service speaks it, where the text is a translation. */
  readonly original?: string;
  readonly category: MessageCategory;
  readonly about?: Text;
  readonly causes: readonly Cause[];
}

interface Cause {
  /** The requirement's; its page is `docs/failures/ID.md`. */
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  readonly look: readonly WayToLook[];
}

/** Explains a message, whatever its wording and language; the nearest ones where it is not known. Pure, and never throws. */
export function explainSentence(said: string): Explanation {
  const matches = withoutRepeats(recognize(said).map(explained));
  const fragment = matches.length === 0 ? fragmentIn(said) : undefined;
  const isKnown = matches[0] !== undefined && matches[0].by !== 'likeness';
  return {
    said,
    category: isKnown ? matches[0]!.category : categoryOf(said),
    ...(fragment === undefined ? {} : { fragment }),
    matches,
  };
}

/** Backup jobs say some sentences of copy jobs for the same reasons; those are told once. */
const withoutRepeats = (matches: readonly ExplainedSentence[]): readonly ExplainedSentence[] =>
  matches.filter(({ about, causes }, place) => {
    const told = matches.slice(0, place).flatMap((match) => match.causes.map(({ id }) => id));
    return place === 0 || about !== undefined || causes.some(({ id }) => !told.includes(id));
  });

function explained({ by, sentence }: Recognized): ExplainedSentence {
  const original = sentence.language === 'en' ? undefined : originalOf(sentence.id);
  const about = `about.${sentence.id === 'copy-job.internal-error' ? 'copy-job.fatal-error' : sentence.id}`;
  return {
    by,
    id: sentence.id,
    sentence,
    ...(original === undefined ? {} : { original }),
    category: categoryOf((original ?? sentence.template).replaceAll('{}', '…')),
    ...(about in en ? { about: text(about as TextId) } : {}),
    causes: causesOf(sentence.id).map((id) => ({
      id,
      title: text(`title.${id}` as TextId),
      why: text(`why.${id}` as TextId),
      look: waysToLook(id),
    })),
  };
}

const originalOf = (id: string): string | undefined =>
  knownSentences.find((each) => each.id === id && each.language === 'en')?.template.replaceAll('{}', '…');
