import { expect, test } from 'vitest';
import { knownSentences } from './known-sentences.ts';
import { recognize } from './recognize.ts';

const idOf = (text: string): string | undefined => recognize(text)[0]?.sentence.id;
const spoken = (template: string): string => template.replaceAll('{}', 'us-west-2');

test('every sentence is recognised in each of its wordings, whole, and first', () => {
  for (const { id, template } of knownSentences) {
    const [found] = recognize(spoken(template));
    expect(found, template).toMatchObject({ by: 'whole' });
    const ids = recognize(spoken(template)).map(({ sentence }) => sentence.id);
    expect(ids, template).toContain(id);
  }
});

test.each([
  [
    'Copy job failed.Both source and destination account must be a member of the same organization',
    'copy-job.not-same-organization',
  ],
  [
    '«Copy job failed. Both source and destination account must be a member of the same organization.»',
    'copy-job.not-same-organization',
  ],
  ['「複製工作失敗。來源與目的地帳戶都必須是相同組織的成員。」', 'copy-job.not-same-organization'],
  [
    '無法針對 RDS 資源起始將工作從 us-west-2 複製到 us-east-1。提供的資源類型不支援功能。',
    'copy-job.feature-not-supported',
  ],
  ['AWS Backup サービス呼び出し中にアクセスが拒否されました', 'copy-job.access-denied'],
  ['access denied trying to call aws backup service.', 'copy-job.access-denied'],
  [
    '"The tag policy does not allow the specified value for the following tag key: \'xyz\'."',
    'copy-job.tag-policy-violated',
  ],
  [
    'Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot.',
    'copy-job.source-uses-aws-managed-key',
  ],
  [
    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot. (Service: AmazonEC2; Status Code: 400; Error Code: InvalidParameter; Request ID: 1234; Proxy: null)",
    'copy-job.source-uses-aws-managed-key',
  ],
])('quotation marks, capitals and log lines around a sentence do not hide it: %s', (text, id) => {
  expect(idOf(text)).toBe(id);
});

test('the variable parts are told', () => {
  const [found] = recognize(
    'Copy job from us-west-2 to us-east-1 cannot be initiated for RDS resources. Feature is not supported for provided resource type.',
  );
  expect(found?.parts).toEqual(['us-west-2', 'us-east-1', 'RDS']);
});

test('a sentence inside a log line is found, the longest that fits', () => {
  const [found] = recognize(
    '2026-11-27 copy job 47C8EF56 FAILED: AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default key. giving up',
  );
  expect(found).toMatchObject({ by: 'part', sentence: { id: 'copy-job.ami-snapshot-key-not-accessible' } });
});

test('another translation is recognised by its likeness', () => {
  const [found] = recognize('Se denegó el acceso al intentar llamar al servicio de AWS Backup');
  expect(found).toMatchObject({ by: 'likeness', sentence: { id: 'copy-job.access-denied' } });
});

test('for a sentence that nothing fits the nearest are offered, and for nonsense nothing', () => {
  expect(recognize('The KMS key of the source snapshot is not there').length).toBeGreaterThan(0);
  expect(recognize('zzzz qqqq')).toEqual([]);
  expect(recognize('   ')).toEqual([]);
});
