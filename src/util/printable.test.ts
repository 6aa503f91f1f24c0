import { expect, test } from 'vitest';
import { printable, printableJson } from './printable.ts';

const HOSTILE = 'a\u001b]0;title\u0007\u009b31m\u202eb\u007f\nc';

test('a printable text keeps its lines and loses what a terminal would obey', () => {
  expect(printable(HOSTILE)).toBe('a\ufffd]0;title\ufffd\ufffd31m\ufffdb\ufffd\nc');
});

test('printable JSON says the same to its reader', () => {
  const json = printableJson(JSON.stringify({ name: HOSTILE }, undefined, 2));
  expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  expect(JSON.parse(json)).toEqual({ name: HOSTILE });
});
