import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failures } from '../decision/failures/failures.ts';
import { knownSentences } from '../messages/dictionary/known-sentences.ts';
import { en } from './en.ts';
import { LANGUAGES, say, type TextId, text } from './text.ts';

const ids = Object.keys(en) as TextId[];
const partsOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test.each(LANGUAGES)('every sentence is there in %s, with the same parts', (language) => {
  for (const id of ids) {
    const sentence = say(text(id), language);
    expect(sentence.trim(), id).not.toBe('');
    expect(partsOf(sentence), id).toEqual(partsOf(en[id]));
  }
});

test('parts are filled in', () => {
  expect(say({ id: 'mend.same-organization', parts: {} })).toBe(en['mend.same-organization']);
});

/** Names that are the same everywhere. */
const SAME_IN_ALL: readonly string[] = ['report.says'];

test.each([
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ['zh-TW', /\p{Script=Han}/u],
] as const)('no sentence was left in English in %s', (language, letters) => {
  for (const id of ids) if (!SAME_IN_ALL.includes(id)) expect(say(text(id), language), id).toMatch(letters);
});

test('no sentence was left in English in Spanish', () => {
  const isSentence = (words: string): boolean => words.split(' ').length > 3;
  for (const id of ids) if (isSentence(en[id])) expect(say(text(id), 'es'), id).not.toBe(en[id]);
});

test('Traditional Chinese has no simplified character, and Japanese one word for each thing', () => {
  // Characters that only the simplified script has, of words that stand here.
  for (const id of ids) {
    expect(say(text(id), 'zh-TW'), id).not.toMatch(/[备复账务组织钥标签删导检测试验权认证规则时间区设资]/);
    // The articles of the knowledge center say コピー元 and コピー先.
    expect(say(text(id), 'ja'), id).not.toMatch(/送信[元先]|リカバリポイント/);
  }
});

test('a sentence ends as its English one does: with a full stop, a colon, or nothing', () => {
  const endOf = (sentence: string): string => {
    const last = sentence.trim().at(-1) ?? '';
    return '.。'.includes(last) ? '.' : ':：'.includes(last) ? ':' : '';
  };
  for (const language of LANGUAGES) {
    for (const id of ids.filter((each) => /^(why|mend|about)\./.test(each))) {
      expect(`${id} ${endOf(say(text(id), language))}`).toBe(`${id} ${endOf(en[id])}`);
    }
  }
});

test('no sentence is there that nobody says', () => {
  const code = globSync('src/**/*.ts')
    .filter((file) => !/words[\\/]|\.test\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // Ids that are put together where they are used.
  const made = new Set([
    ...failures.flatMap(({ id }) => [`ok.${id}`, `title.${id}`, `why.${id}`, `mend.${id}`]),
    ...knownSentences.map(({ id }) => `about.${id}`),
  ]);
  const families = [...code.matchAll(/`((?:gate|side|severity|suppose|fix|explain|report)\.[\w-]*)\$\{/g)].map(
    ([, start]) => start!,
  );
  const isSaid = (id: string): boolean =>
    made.has(id) || code.includes(`'${id}'`) || families.some((start) => id.startsWith(start));
  expect(ids.filter((id) => !isSaid(id))).toEqual([]);
});
