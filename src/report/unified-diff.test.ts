import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

test('a statement that is added shows as just that', () => {
  const before = { Version: '2012-10-17', Statement: [{ Sid: 'A' }] };
  const after = { ...before, Statement: [...before.Statement, { Sid: 'B' }] };
  expect(unifiedDiff(JSON.stringify(before), JSON.stringify(after))).toEqual([
    '@@ -3,6 +3,9 @@',
    '   "Statement": [',
    '     {',
    '       "Sid": "A"',
    '+    },',
    '+    {',
    '+      "Sid": "B"',
    '     }',
    '   ]',
    ' }',
  ]);
});

test('what is not there yet is all new, and what does not change shows nothing', () => {
  expect(unifiedDiff(null, '{}')).toEqual(['@@ -0,0 +1,1 @@', '+{}']);
  expect(unifiedDiff('{"a":1}', '{ "a": 1 }')).toEqual([]);
});

test('patch makes the one text out of the other', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'crossvault-diff-'));
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 })
    .map((lines) => lines.join('\n'));
  try {
    if (spawnSync('patch', ['--version']).status !== 0) return;
    const file = path.join(folder, 'text');
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        writeFileSync(file, `${before}\n`);
        const diff = unifiedDiff(before, after);
        if (diff.length > 0) {
          const input = `--- text\n+++ text\n${diff.join('\n')}\n`;
          const { stdout, status } = spawnSync('patch', ['-s', '-o', '-', file], { input, encoding: 'utf8' });
          expect({ status, stdout }).toEqual({ status: 0, stdout: `${after}\n` });
        } else expect(before).toBe(after);
      }),
      { numRuns: 20 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
