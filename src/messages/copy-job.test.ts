import { expect, test } from 'vitest';
import * as copyJob from './copy-job.ts';
import type { MessageCategory } from './message-category.ts';
import { categoryOf } from './message-category.ts';

const spoken = () =>
  copyJob.copyJobMessages.map((maker) => maker(...Array.from({ length: maker.entry.text.length }, (_, i) => `X${i}`)));

test('every sentence is found again from its own words, and by no other entry', () => {
  for (const message of spoken()) {
    expect(copyJob.copyJobMessageOf(message.text)?.entry.id).toBe(message.id);
  }
});

test('every sentence has an id of its own', () => {
  const ids = copyJob.copyJobMessages.map(({ entry }) => entry.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.values(copyJob).filter((value) => typeof value === 'function' && 'entry' in value)).toHaveLength(
    ids.length,
  );
});

test('a sentence nobody speaks is not recognised', () => {
  expect(copyJob.copyJobMessageOf('All is well.')).toBeUndefined();
});

test.each<[string | null, MessageCategory]>([
  [copyJob.notSameOrganization().text, 'ACCESS_DENIED'],
  [
    'Access denied: Copy job failed. Both source and destination account must be a member of the same organization.',
    'ACCESS_DENIED',
  ],
  [copyJob.featureNotSupported('us-west-2', 'us-east-1', 'RDS').text, 'UNSUPPORTED_OPERATION'],
  [copyJob.destinationUsesDefaultKey().text, 'ACCESS_DENIED'],
  [copyJob.sourceUsesAwsManagedKey().text, 'ACCESS_DENIED'],
  [copyJob.sourceSnapshotKeyUnusable().text, 'KMS_KEY_ERROR'],
  [copyJob.amiSnapshotKeyNotAccessible().text, 'KMS_KEY_ERROR'],
  [copyJob.accessDenied().text, 'ACCESS_DENIED'],
  [copyJob.tagsNotCopied().text, 'TAG_COPY_ERROR'],
  [copyJob.tagPolicyViolated('xyz').text, 'MISCELLANEOUS'],
  [copyJob.crossAccountCopyDisabled().text, 'FEATURE_NOT_ENABLED'],
  [copyJob.retentionOutOfRange().text, 'INVALID_LIFECYCLE'],
  [copyJob.roleNotAssumable('arn:aws:iam::111122223333:role/R').text, 'ACCESS_DENIED'],
  [copyJob.keyDoesNotExist().text, 'RESOURCE_NOT_FOUND'],
  ['Unsupported resource type: arn:aws:sns:…', 'RESOURCE_NOT_SUPPORTED'],
  ['"Backup job failed because there was a running job for the same resource."', 'CONCURRENT_JOB'],
  ['SUBSCRIBER LIMIT EXCEEDED: You have reached', 'LIMIT_EXCEEDED'],
  [null, 'SUCCESS'],
])('%s counts as %s', (message, category) => {
  expect(categoryOf(message)).toBe(category);
});
