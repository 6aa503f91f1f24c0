import { expect, test } from 'vitest';
import type { ServiceError } from '../../messages/service-error.ts';
import type { ServiceName } from '../api/service-model.ts';
import { serviceConstraints, serviceModels } from '../api/service-models.ts';
import { validateInput } from './validate-input.ts';

const check = (service: ServiceName, operation: string, input: object): void => {
  const model = serviceModels[service];
  const structure = model.operations[operation]!.input!;
  const rules = { model, constraints: serviceConstraints[service] };
  validateInput(input as Record<string, unknown>, { structure, rules });
};

const refused = (service: ServiceName, operation: string, input: object) => {
  try {
    check(service, operation, input);
  } catch (error) {
    const { code, message, members } = error as ServiceError;
    return { code, message, members };
  }
  return expect.fail('the input passed');
};

const at = (member: string, value: string, constraint: string): string =>
  `Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`;

test('what the model wants passes', () => {
  check('kms', 'DescribeKey', { KeyId: 'alias/a' });
  check('organizations', 'DescribeAccount', { AccountId: '111122223333' });
  check('sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::111122223333:role/r', RoleSessionName: 'me' });
});

test('filters of job lists take stars, aggregates and types with spaces, against the modelled patterns', () => {
  check('backup', 'ListCopyJobs', { ByAccountId: '*', ByResourceType: 'Storage Gateway' });
  check('backup', 'ListBackupJobSummaries', { AccountId: 'AGGREGATE_ALL', ResourceType: 'SAP HANA on Amazon EC2' });
  check('backup', 'ListRecoveryPointsByBackupVault', { BackupVaultName: 'v', ByResourceType: 'Redshift Serverless' });
  expect(refused('backup', 'ListCopyJobs', { ByState: '*' }).code).toBe('InvalidParameterValueException');
});

test('one violation is one error, two are two, in one sentence', () => {
  expect(refused('sts', 'AssumeRole', { RoleArn: 'short', RoleSessionName: 'me', DurationSeconds: 60 })).toEqual({
    code: 'ValidationError',
    message:
      '2 validation errors detected: ' +
      `${at('roleArn', "'short'", 'Member must have length greater than or equal to 20')}; ` +
      at('durationSeconds', "'60'", 'Member must have value greater than or equal to 900'),
    members: {},
  });
  expect(refused('kms', 'DescribeKey', {})).toMatchObject({
    code: 'ValidationException',
    message: `1 validation error detected: ${at('keyId', 'null', 'Member must not be null')}`,
  });
});

test('a text that breaks pattern and length is told of both, the pattern first', () => {
  expect(
    refused('sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::111122223333:role/r', RoleSessionName: '!' }).message,
  ).toBe(
    '2 validation errors detected: ' +
      `${at('roleSessionName', "'!'", 'Member must satisfy regular expression pattern: [\\w+=,.@-]*')}; ` +
      at('roleSessionName', "'!'", 'Member must have length greater than or equal to 2'),
  );
});

test('structures of a list are named one by one, texts of a list together', () => {
  expect(refused('kms', 'TagResource', { KeyId: 'k', Tags: [{ TagKey: '', TagValue: 'v' }] }).message).toBe(
    `1 validation error detected: ${at('tags.1.member.tagKey', "''", 'Member must have length greater than or equal to 1')}`,
  );
  expect(refused('kms', 'UntagResource', { KeyId: 'k', TagKeys: ['a', ''] }).message).toBe(
    `1 validation error detected: ${at(
      'tagKeys',
      "'[a, ]'",
      'Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]',
    )}`,
  );
});

test('a value that is a secret is not repeated', () => {
  const { message } = refused('iam', 'CreateLoginProfile', { UserName: 'me', Password: '\u0000secret' });
  expect(message).toMatch(
    /^1 validation error detected: Value at 'password' failed to satisfy constraint: Member must/,
  );
  expect(message).not.toContain('secret');
});

test("IAM's names and paths have words of their own, lengths have not", () => {
  expect(refused('iam', 'CreateUser', { UserName: 'no spaces' })).toEqual({
    code: 'ValidationError',
    message:
      'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    members: {},
  });
  expect(refused('iam', 'CreateUser', { UserName: 'me', Path: 'x' }).message).toMatch(
    /^The specified value for path is invalid\. It must begin and end with/,
  );
  const long = 'no spaces '.repeat(10);
  expect(refused('iam', 'CreateUser', { UserName: long }).message).toBe(
    `1 validation error detected: ${at('userName', `'${long}'`, 'Member must have length less than or equal to 64')}`,
  );
});

test('Organizations speaks of one violation, with a reason', () => {
  expect(refused('organizations', 'DescribeAccount', { AccountId: 'abc' })).toEqual({
    code: 'InvalidInputException',
    message: 'You provided a value that does not match the required pattern.',
    members: { Reason: 'INVALID_PATTERN:ACCOUNT_ID' },
  });
  expect(refused('organizations', 'EnablePolicyType', { RootId: 'r-abcd', PolicyType: 'NONE' })).toEqual({
    code: 'InvalidInputException',
    message: 'You specified an invalid value.',
    members: { Reason: 'INVALID_ENUM:POLICY_TYPE' },
  });
  expect(refused('organizations', 'ListAccounts', { MaxResults: 21 }).members).toEqual({
    Reason: 'MAX_VALUE_EXCEEDED:MAX_RESULTS',
  });
  expect(refused('organizations', 'DescribeAccount', {}).members).toEqual({ Reason: 'INPUT_REQUIRED:ACCOUNT_ID' });
});

test('Backup has one exception for what is missing and one for what is wrong', () => {
  expect(refused('backup', 'CreateBackupVault', {}).code).toBe('MissingParameterValueException');
  expect(refused('backup', 'CreateBackupVault', { BackupVaultName: 'a b' }).code).toBe(
    'InvalidParameterValueException',
  );
});

test('the values of an enum are printed as Java keeps a set', () => {
  expect(refused('kms', 'GenerateDataKey', { KeyId: 'k', KeySpec: 'AES_257' }).message).toBe(
    `1 validation error detected: ${at('keySpec', "'AES_257'", 'Member must satisfy enum value set: [AES_256, AES_128]')}`,
  );
});
