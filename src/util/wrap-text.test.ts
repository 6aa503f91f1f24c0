import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { wrapText } from './wrap-text.ts';

test('lines break at spaces', () => {
  expect(wrapText('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  expect(wrapText('two\nlines', 10)).toEqual(['two', 'lines']);
  expect(wrapText('', 10)).toEqual(['']);
});

test('an ARN that is longer than a line is broken after a colon', () => {
  expect(wrapText('see arn:aws:backup:eu-west-1:111122223333:backup-vault:offsite', 30)).toEqual([
    'see arn:aws:backup:eu-west-1:',
    '111122223333:backup-vault:',
    'offsite',
  ]);
});

test('Japanese breaks between characters, and no line begins with a full stop', () => {
  expect(wrapText('鍵を有効にします。次に', 16)).toEqual(['鍵を有効にしま', 'す。次に']);
  expect(wrapText('組織（o-abc）の鍵', 6)).toEqual(['組織', '（o-ab', 'c）の', '鍵']);
});

test('no line is wider than asked, and nothing but spaces is lost', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '鍵', 'の', '。', '（', ' '), maxLength: 60 });
  fc.assert(
    fc.property(word, fc.integer({ min: 8, max: 40 }), (text, width) => {
      const lines = wrapText(text, width);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
