import { expect, test } from 'vitest';
import * as backupJob from './backup-job.ts';

const VARIABLE = 'X';
const spoken = Object.values(backupJob).map((maker) => {
  const { text } = maker.entry as { text: (...args: string[]) => string };
  return (maker as (...args: string[]) => ReturnType<typeof maker>)(
    ...Array.from({ length: text.length }, () => VARIABLE),
  );
});

test('every sentence has an id of its own', () => {
  expect(new Set(spoken.map(({ id }) => id)).size).toBe(spoken.length);
});

test.each([
  ['backup-job.running-job-for-same-resource', 'CONCURRENT_JOB'],
  ['backup-job.expired-before-completion', 'JOB_EXPIRED'],
  ['backup-job.role-not-assumable', 'ACCESS_DENIED'],
  ['backup-job.may-not-describe-resource', 'ACCESS_DENIED'],
  ['backup-job.vault-does-not-exist', 'RESOURCE_NOT_FOUND'],
  ['backup-job.key-disabled-or-denied', 'KMS_KEY_ERROR'],
  ['backup-job.tags-not-copied', 'TAG_COPY_ERROR'],
  ['backup-job.too-many-tags', 'LIMIT_EXCEEDED'],
  ['backup-job.fatal-error', 'FATAL_ERROR'],
  ['restore-job.recovery-point-not-found', 'RESOURCE_NOT_FOUND'],
])('%s counts as %s', (id, category) => {
  expect(spoken.find((message) => message.id === id)?.category).toBe(category);
});
