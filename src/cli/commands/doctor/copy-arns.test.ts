import { expect, test } from 'vitest';
import { EXIT } from '../../exit-codes.ts';
import { checkCopyArns } from './copy-arns.ts';

const right = {
  recoveryPoint: 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0',
  destination: 'arn:aws:backup:eu-west-1:444455556666:backup-vault:safe',
  role: 'arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole',
};

test.each([
  'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0',
  'arn:aws:backup:eu-west-1:111122223333:recovery-point:2bd2c7dd-1373-4b31-9657-704f02bb0a91',
  'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:awsbackup:job-1',
  'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/backup/01489602797149-73d8d5bc',
])('%s is a recovery point', (recoveryPoint) => {
  expect(() => checkCopyArns({ ...right, recoveryPoint })).not.toThrow();
});

test.each([
  ['--recovery-point', { recoveryPoint: 'snap-0123456789abcdef0' }],
  ['--recovery-point', { recoveryPoint: right.destination }],
  ['--recovery-point', { recoveryPoint: 'arn:aws:backup:eu-west-1:1111:recovery-point:x' }],
  ['--destination', { destination: 'safe' }],
  ['--destination', { destination: right.destination.replace('vault:', 'vault/') }],
  ['--destination', { destination: right.destination.replace('444455556666', '4444') }],
  ['--role', { role: 'AWSBackupDefaultServiceRole' }],
  ['--role', { role: 'arn:aws:iam::111122223333:user/me' }],
])('%s that is no such ARN is named, with what would be right: %o', (flag, wrong) => {
  const check = () => checkCopyArns({ ...right, ...wrong });
  expect(check).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
  expect(check).toThrow(`${flag} wants the ARN of `);
  expect(check).toThrow(`Not "${Object.values(wrong).join()}".`);
});

test('all that is wrong is named at once', () => {
  expect(() => checkCopyArns({ recoveryPoint: 'a', destination: 'b', role: 'c' })).toThrow(
    /--recovery-point [^\n]*\n--destination [^\n]*\n--role /,
  );
});
