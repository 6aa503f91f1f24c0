import { expect, test } from 'vitest';
import { brokenCopy, reportOf, soundCopy } from './example.testkit.ts';
import { renderMarkdown } from './render-markdown.ts';

test('a ticket has the verdict, the chain, and each fault with its mend', () => {
  const text = renderMarkdown(reportOf([brokenCopy], { render: () => 'aws iam create' }), { fence: 'sh' });
  expect(text).toMatch(/^# ✗ This copy would fail/);
  expect(text).toContain('✓ organization · ✓ role · ✗ source key');
  expect(text).toContain('```sh\naws iam create\n```');
  expect(text).toContain('- `kms:GetKeyPolicy`');
});

test('what somebody wrote into a policy ends no block of code and opens no tag', () => {
  const [first] = brokenCopy.diagnosis.findings;
  const evil = {
    ...first!,
    outcome: 'unmet' as const,
    title: { id: 'mend.role-exists', parts: { role: '<img src=x>' } } as const,
    evidence: [{ origin: 'a`b', quote: '```\n# heading' }],
  };
  const text = renderMarkdown(reportOf([{ ...brokenCopy, diagnosis: { verdict: 'broken', findings: [evil] } }]));
  expect(text).toContain('````\n```\n# heading\n````');
  expect(text).not.toMatch(/[^\\]<img/);
  expect(text).toContain("`a'b`");
});

test('what a terminal would obey is not printed', () => {
  const said = 'Denied\u001b]0;title\u0007\u009b31m\u202e';
  const text = renderMarkdown(reportOf([{ ...brokenCopy, label: said }, soundCopy]));
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  expect(text).toContain('Denied\ufffd');
});

test('many copies are rows of a table', () => {
  expect(renderMarkdown(reportOf([brokenCopy, soundCopy]))).toMatch(/\| ✗ \| .* \|\n\| ✓ \| /);
});
