import { expect, test } from 'vitest';
import { displayWidth, padDisplay } from './display-width.ts';

test('a character of Chinese or Japanese takes two columns', () => {
  expect(displayWidth('vault')).toBe(5);
  expect(displayWidth('保存庫')).toBe(6);
  expect(displayWidth('コピー元の鍵')).toBe(12);
  expect(displayWidth('「はい」。')).toBe(10);
});

test('accents that stand on a letter take none, lines and marks take one', () => {
  expect(displayWidth('política')).toBe(8);
  expect(displayWidth('poli\u0301tica')).toBe(8);
  expect(displayWidth('│✓✗▶─')).toBe(5);
});

test('padding counts columns, not characters', () => {
  expect(padDisplay('金鑰', 6)).toBe('金鑰  ');
  expect(padDisplay('longer', 3)).toBe('longer');
});
