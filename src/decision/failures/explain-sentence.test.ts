import { expect, test } from 'vitest';
import { knownSentences } from '../../messages/dictionary/known-sentences.ts';
import { en } from '../../words/en.ts';
import { requirements } from '../requirements.ts';
import { causesOf, messagesOf } from './causes.ts';
import { explainSentence } from './explain-sentence.ts';
import { failures } from './failures.ts';
import { waysToLook } from './ways-to-look.ts';

const spoken = (template: string): string => template.replaceAll('{}', 'eu-west-1');

test('every known sentence has a cause or a remark', () => {
  for (const { template } of knownSentences) {
    for (const { causes, about } of explainSentence(spoken(template)).matches) {
      expect(causes.length + (about ? 1 : 0), template).toBeGreaterThan(0);
    }
  }
});

test('every cause is a requirement or a check, with words in the catalogue', () => {
  for (const { id: message } of knownSentences) {
    for (const cause of causesOf(message)) {
      expect(failures.map(({ id }) => id)).toContain(cause);
      expect(en).toHaveProperty([`title.${cause}`]);
    }
  }
});

test('every requirement makes AWS say something, and there is a way to look for it', () => {
  for (const { id } of requirements) {
    expect(messagesOf(id), id).not.toEqual([]);
    expect(waysToLook(id), id).not.toEqual([]);
  }
});

test('ways to look only read', () => {
  for (const { id } of failures) {
    for (const { command } of waysToLook(id)) expect(command).toMatch(/^aws [a-z0-9]+ (get|describe|list|simulate)-/);
  }
});

test('a message with several causes names them all, the likeliest first', () => {
  const [match] = explainSentence('Access Denied trying to call AWS Backup service').matches;
  expect(match?.causes.map(({ id }) => id)).toEqual([
    'destination-vault-admits-source',
    'source-role-may-copy-into-vault',
    'source-role-may-copy-from-vault',
    'destination-vault-exists',
    'vault-is-available',
  ]);
});

test('a translated message is explained with the words that the service speaks', () => {
  const { matches, category } = explainSentence('複製工作失敗。來源與目的地帳戶都必須是相同組織的成員。');
  expect(category).toBe('ACCESS_DENIED');
  expect(matches[0]).toMatchObject({
    id: 'copy-job.not-same-organization',
    original: expect.stringMatching(/^Copy job failed\. Both source/),
  });
});

test('a message that is not known is filed by its fragment', () => {
  expect(explainSentence('qqqq zzzz kms key xxxx')).toMatchObject({
    category: 'KMS_KEY_ERROR',
    fragment: 'kms key',
    matches: [],
  });
  expect(explainSentence('')).toMatchObject({ category: 'SUCCESS', matches: [] });
});
