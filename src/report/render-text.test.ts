import { expect, test } from 'vitest';
import { displayWidth } from '../util/display-width.ts';
import { LANGUAGES, type Language } from '../words/text.ts';
import { brokenCopy, finding, reportOf, soundCopy } from './example.testkit.ts';
import { ASCII, UNICODE } from './glyphs.ts';
import { plain } from './paint.ts';
import { renderText } from './render-text.ts';

const page = (
  copies: Parameters<typeof reportOf>[0],
  {
    language = 'en',
    glyphs = UNICODE,
    width = 80,
  }: { language?: Language; glyphs?: typeof UNICODE; width?: number } = {},
): string[] =>
  renderText(reportOf(copies, { language, render: () => 'aws iam create' }), { width, glyphs, paint: plain });

test('the chain is drawn with a mark for each link', () => {
  expect(page([brokenCopy]).slice(7, 14)).toEqual([
    '  source 111122223333                            destination 444455556666',
    ' ┌─────────────────────────────┐                ┌─────────────────────────────┐',
    ' │ ✓ role                      │ ✓ organization │ ✗ destination vault         │',
    ' │ ✗ source key                │ ═════ ✗ ═════▶ │ ? destination key           │',
    ' │                             │                │ ! destination account       │',
    ' └─────────────────────────────┘                └─────────────────────────────┘',
    '',
  ]);
});

test.each(LANGUAGES)('no line is wider than the terminal in %s', (language) => {
  for (const copies of [[brokenCopy], [brokenCopy, soundCopy], [soundCopy], []]) {
    for (const width of [80, 100]) {
      for (const line of page(copies, { language, width })) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
    }
  }
});

test('a copy that only fails from a known day on is not called free of faults', () => {
  const later = finding({ id: 'switch-has-settled', gate: 'organization', severity: 'will-block' });
  const lasting = { ...soundCopy, diagnosis: { verdict: 'works' as const, findings: [later] } };
  expect(page([lasting]).join('\n')).toContain('This copy works today and will fail later. Things to mend: 1.');
  expect(page([lasting, soundCopy]).join('\n')).toContain('These 2 copies work today, and some will fail later.');
  expect(page([soundCopy]).join('\n')).toContain('Nothing stands in the way of this copy.');
});

test('a copy that will fail later is not called free of faults because something could not be read', () => {
  const later = finding({ id: 'switch-has-settled', gate: 'organization', severity: 'will-block' });
  const open = finding({ id: 'destination-key-usable', outcome: 'unknown', grant: 'kms:GetKeyPolicy' });
  const both = { ...soundCopy, diagnosis: { verdict: 'unknown' as const, findings: [later, open] } };
  const one = page([both], { width: 400 }).join('\n');
  expect(one).toContain('it will fail later. Things to mend: 1. Not everything could be read. Open questions: 1.');
  expect(one).not.toContain('No fault was found, but');
  const many = page([both, soundCopy], { width: 400 }).join('\n');
  expect(many).toContain('Of 2 copies, 1 are not known, and some will fail later. Things to mend: 1.');
});

test('a terminal without Unicode gets letters alone', () => {
  const text = page([brokenCopy], { glyphs: ASCII }).join('\n');
  expect(text).toMatch(/^[\n -~]*$/);
  expect(text).toContain('| XX source key');
});

test('what to do is grouped by account, in the order in which to act', () => {
  const text = page([brokenCopy]).join('\n');
  const places = [
    'Source account 111122223333',
    '1. ✗',
    'Destination account 444455556666',
    '2. ✗',
    'Worth knowing',
    '3. !',
  ];
  expect(places.map((each) => text.indexOf(each))).toEqual(
    places.map((each) => text.indexOf(each)).toSorted((a, b) => a - b),
  );
  expect(text).toContain('kms:GetKeyPolicy');
});

test('a command that mends is printed as it is to be run', () => {
  expect(page([brokenCopy])).toContain('      aws iam create');
});

test('what somebody wrote into a policy cannot move the cursor', () => {
  const [first, ...findings] = brokenCopy.diagnosis.findings;
  const evil = { ...first!, outcome: 'unmet' as const, evidence: [{ origin: 'x', quote: '\u001b[2J\u202eevil' }] };
  const text = page([{ ...brokenCopy, diagnosis: { verdict: 'broken', findings: [evil, ...findings] } }]).join('\n');
  for (const evil of ['\u001b', '\u202e']) expect(text).not.toContain(evil);
});

test('many copies stand in a table, those that fail first', () => {
  const lines = page([soundCopy, brokenCopy]);
  expect(lines.filter((line) => /^ [✓✗] \d/.test(line)).map((line) => line[1])).toEqual(['✗', '✓']);
  expect(lines.join('\n')).toContain('(1 of 2 copies)');
});
