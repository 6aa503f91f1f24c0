import { expect, test } from 'vitest';
import { findService } from './find-service.ts';
import { parseTarget, toWireHeaders } from './request.ts';

const scopeOf = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIA/20261122/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

const serviceOf = (target: string, headers: Record<string, string> = {}, body = '') =>
  findService({
    method: 'POST',
    ...parseTarget(target),
    headers: toWireHeaders(Object.entries(headers).flat()),
    body: Buffer.from(body),
  });

test("the signature's scope goes before all else", () => {
  const headers = {
    authorization: scopeOf('sts'),
    host: 'kms.eu-central-1.amazonaws.com',
    'x-amz-target': 'TrentService.Encrypt',
  };
  expect(serviceOf('/', headers)).toBe('sts');
  expect(serviceOf('/?X-Amz-Credential=AKIA%2F20261122%2Feu-central-1%2Fiam%2Faws4_request')).toBe('iam');
});

test.each([
  ['kms.eu-central-1.amazonaws.com', 'kms'],
  ['backup-fips.us-east-1.amazonaws.com', 'backup'],
  ['ORGANIZATIONS.us-east-1.amazonaws.com', 'organizations'],
  ['sts.amazonaws.com', 'sts'],
  ['iam.localhost:4577', 'iam'],
])('the host %s is %s', (host, service) => {
  expect(serviceOf('/', { host })).toBe(service);
});

test('the JSON target and the version of a form tell as well', () => {
  expect(serviceOf('/', { 'x-amz-target': 'AWSOrganizationsV20161128.ListAccounts' })).toBe('organizations');
  expect(serviceOf('/', {}, 'Action=ListRoles&Version=2010-05-08')).toBe('iam');
  expect(serviceOf('/?Action=GetCallerIdentity&Version=2011-06-15')).toBe('sts');
});

test('a request that tells nothing is for the service that owns the paths', () => {
  expect(serviceOf('/copy-jobs', { host: '127.0.0.1:4577', authorization: scopeOf('s3') })).toBe('backup');
  expect(serviceOf('/', { host: 'constructor' })).toBe('backup');
});
