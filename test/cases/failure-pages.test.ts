import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FAILURES_FOLDER, failurePages } from '../../scripts/generate-failures.ts';

test('docs/failures is what its generator writes', () => {
  const pages = failurePages();
  for (const [file, page] of pages) {
    const isUpToDate = readFileSync(path.join(FAILURES_FOLDER, file), 'utf8') === page;
    expect(isUpToDate, `docs/failures/${file}: run npm run generate:failures`).toBe(true);
  }
  const found = globSync('**/*.md', { cwd: FAILURES_FOLDER }).map((file) => file.split(path.sep).join('/'));
  expect(found.filter((file) => !pages.has(file))).toEqual([]);
});

test('no page shows a part that was left unfilled', () => {
  for (const [file, page] of failurePages())
    expect(page.replaceAll(/```[\s\S]*?```/g, ''), file).not.toMatch(/\{\w+\}/);
});
