import { expect, test } from 'vitest';
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
