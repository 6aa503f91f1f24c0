import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceModels } from '../api/service-models.ts';
import { percentEncode } from './percent.ts';
import type { WireRequest } from './request.ts';
import { parseTarget } from './request.ts';
import { findRestOperation } from './rest-json.ts';

const { backup } = serviceModels;

const request = (method: string, target: string): WireRequest => ({
  method,
  ...parseTarget(target),
  headers: new Map(),
  body: new Uint8Array(),
});

const encode = (text: string): string => percentEncode(Buffer.from(text, 'utf8').toString('latin1'));

const label = fc.oneof(
  fc.constantFrom(
    'arn:aws:ec2:eu-central-1::snapshot/snap-0',
    'arn:aws:backup:x:1:backup-vault:home',
    'a b',
    'ü',
    'a+b',
    '..x',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.isWellFormed() && !text.includes('\0') && !/^\.{1,2}$/.test(text)),
);

test('every operation is found by its path, with and without a slash at the end, and its labels come back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(backup.operations)),
      fc.array(label, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      ([name, { method, path }], values, hasSlash) => {
        const expected: Record<string, string> = {};
        const [bare, flag] = path.split('?') as [string, string | undefined];
        const filled = bare.replace(/\{(\w+)\}/g, (_, member: string) => {
          // A literal of another route may not stand where the label is: that would be the other operation.
          const value = `${values.pop()}~`;
          expected[member] = value;
          return encode(value);
        });
        const slash = hasSlash && !filled.endsWith('/') ? '/' : '';
        const found = findRestOperation(
          request(method, `${filled}${slash}${flag === undefined ? '' : `?${flag}`}`),
          backup,
        );
        expect(found.name).toBe(name);
        expect(found.decode()).toMatchObject(expected);
      },
    ),
    { numRuns: 400 },
  );
});

test.each([
  ['GET', '/copy-jobs', 'ListCopyJobs'],
  ['GET', '/copy-jobs/', 'ListCopyJobs'],
  ['PUT', '/copy-jobs/', 'StartCopyJob'],
  ['GET', '/copy-jobs/ABC', 'DescribeCopyJob'],
  ['GET', '/backup-vaults/', 'ListBackupVaults'],
  ['GET', '/backup-vaults/x/recovery-points/', 'ListRecoveryPointsByBackupVault'],
  ['POST', '/backup-vaults/x/mpaApprovalTeam?delete', 'DisassociateBackupVaultMpaApprovalTeam'],
  ['PUT', '/backup-vaults/x/mpaApprovalTeam', 'AssociateBackupVaultMpaApprovalTeam'],
  ['GET', '//copy-jobs', 'ListCopyJobs'],
])('%s %s is %s', (method, target, name) => {
  expect(findRestOperation(request(method, target), backup).name).toBe(name);
});

test('a vault that is called like a part of another path stays a vault', () => {
  const found = findRestOperation(request('GET', '/backup-vaults/recovery-points'), backup);
  expect(found.name).toBe('DescribeBackupVault');
  expect(found.decode()).toEqual({ BackupVaultName: 'recovery-points' });
});

test('a path with a method that it has not is no operation', () => {
  expect(() => findRestOperation(request('PATCH', '/copy-jobs'), backup)).toThrow(/invalid/);
});
