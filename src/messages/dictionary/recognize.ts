import type { KnownSentence } from './known-sentence.ts';
import { knownSentences } from './known-sentences.ts';

/** How a text was recognised: as the sentence itself, as one inside a longer text (a log line), or as one that is only like it. */
export interface Recognized {
  readonly by: 'whole' | 'part' | 'likeness';
  readonly sentence: KnownSentence;
  /** What stands in the sentence's blanks. */
  readonly parts: readonly string[];
}

/** Longer texts are cut: a message of AWS has a few hundred characters. */
const TEXT_LENGTH_MAX = 4_000;
/** How alike two texts must be to be offered as "did you mean". */
const LIKENESS_MIN = 0.4;
/** Of the best one's likeness: what is much less like the text than another is no help. */
const LIKENESS_OF_BEST = 0.8;
/** So alike that the difference is a slip of the pen, or another translation. */
const LIKENESS_SURE = 0.7;
const SUGGESTIONS_MAX = 3;
/** A known sentence shorter than this is not looked for inside others. */
const PART_LENGTH_MIN = 16;

/**
 * The known sentences that a text is, or holds, or is like; the best first, each message once. Quotation marks, capitals, the final full
 * stop and the spaces between sentences are not looked at: articles, consoles and log files differ in them.
 */
export function recognize(text: string): readonly Recognized[] {
  const said = normalized(text.slice(0, TEXT_LENGTH_MAX));
  if (said === '') return [];
  const whole = matching(said, 'whole');
  if (whole.length > 0) return whole;
  const parts = matching(said, 'part');
  if (parts.length > 0) return parts;
  const alike = knownSentences
    .map((sentence) => ({ sentence, likeness: likenessOf(said, normalized(sentence.template)) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((one, other) => other.likeness - one.likeness);
  const sure = alike.filter(({ likeness }) => likeness >= LIKENESS_SURE);
  const near = alike.filter(({ likeness }) => likeness >= LIKENESS_OF_BEST * alike[0]!.likeness);
  const found = (sure.length > 0 ? sure.slice(0, 1) : near).map(({ sentence }) => sentence);
  return onceEach(found.map((sentence) => ({ by: 'likeness', sentence, parts: [] }) as const)).slice(
    0,
    SUGGESTIONS_MAX,
  );
}

function matching(said: string, by: 'whole' | 'part'): Recognized[] {
  const found = knownSentences.flatMap((sentence): Recognized[] => {
    const wanted = normalized(sentence.template);
    if (by === 'part' && wanted.replaceAll('{}', '').length < PART_LENGTH_MIN) return [];
    const match = patternOf(wanted, by).exec(said);
    return match === null ? [] : [{ by, sentence, parts: match.slice(1).map((part) => part.trim()) }];
  });
  // The longest template says most: "Given key ID is not accessible" is part of a longer sentence.
  return onceEach(found.sort((one, other) => other.sentence.template.length - one.sentence.template.length)).slice(
    0,
    by === 'part' ? 1 : undefined,
  );
}

const onceEach = (found: readonly Recognized[]): Recognized[] =>
  [...new Map(found.toReversed().map((each) => [each.sentence.id, each])).values()].toReversed();

const patternOf = (template: string, by: 'whole' | 'part'): RegExp => {
  const body = template.split('{}').map(escapeRegExp).join('(.+?)');
  return new RegExp(by === 'whole' ? `^${body}$` : body, 'is');
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Quotation marks of all four languages, spaces and the last full stop taken away; the apostrophe made plain. */
function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[’‘]/g, "'")
    .trim()
    .replaceAll(/^["“”«»「『]+|["“”«»」』]+$/g, '')
    .replaceAll(/([.。:])\s+/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。]+$/, '')
    .trim();
}

/** Dice's coefficient of the pairs of neighbouring letters: 1 for equal texts, 0 for texts without a common pair. */
function likenessOf(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const total = sizeOf(a) + sizeOf(b);
  return total === 0 ? 0 : (2 * common) / total;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

function pairsOf(text: string): Map<string, number> {
  const letters = text.toLowerCase().replaceAll(/[\s{}]/g, '');
  const pairs = new Map<string, number>();
  for (let place = 0; place + 1 < letters.length; place += 1) {
    const pair = letters.slice(place, place + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
