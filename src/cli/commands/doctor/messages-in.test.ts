import { expect, test } from 'vitest';
import { messagesOf } from './messages-in.ts';

test('a message is taken as it is', () => {
  expect(messagesOf(' Token expired. Try again.\n')).toEqual(['Token expired. Try again.']);
  expect(messagesOf('{not json')).toEqual(['{not json']);
});

test('a job as the AWS CLI prints it gives its message', () => {
  expect(messagesOf('{"CopyJob":{"CopyJobId":"A","State":"FAILED","StatusMessage":"Why"}}')).toEqual(['Why']);
  expect(messagesOf('{"CopyJob":{"CopyJobId":"A","State":"COMPLETED"}}')).toEqual(['']);
});

test('a list of jobs gives each message once', () => {
  const jobs = ['Why', 'Why', 'Other'].map((StatusMessage, id) => ({ CopyJobId: String(id), StatusMessage }));
  expect(messagesOf(JSON.stringify({ CopyJobs: jobs }))).toEqual(['Why', 'Other']);
});

test('JSON without a job has no message', () => {
  expect(messagesOf('{"Vaults":[]}')).toEqual([]);
});
