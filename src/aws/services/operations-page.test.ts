import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPERATIONS_PAGE, operationsPage } from '../../../scripts/generate-docs.ts';

test('the page of operations is what the tables say', () => {
  expect(readFileSync(OPERATIONS_PAGE, 'utf8') === operationsPage(), 'docs/operations.md: run npm run generate').toBe(
    true,
  );
});

test('the page names each operation once, served or not', () => {
  const names = [...operationsPage().matchAll(/`(\w+)`[,.]/g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['StartCopyJob', 'GenerateDataKey', 'CreateAccount', 'AssumeRole']));
  expect(names.length).toBe(109 + 56 + 63 + 180 + 11);
});
