import { expect, test } from 'vitest';
import { StorageError } from '../../storage-error.ts';
import { fromS3Error } from './s3-error.ts';

const attempt = { bucket: 'b01', key: 'packs/a', right: 's3:GetObject' };
const answered = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error('the service’s words'), { name, $metadata: { httpStatusCode, attempts: 1 } });

test.each([
  ['NoSuchKey', 404, 'blob-missing'],
  ['NotFound', 404, 'blob-missing'],
  ['NoSuchBucket', 404, 'bucket-missing'],
  ['InvalidRange', 416, 'blob-truncated'],
  ['InvalidObjectState', 403, 'blob-archived'],
  ['AccessDenied', 403, 'access-denied'],
  ['SignatureDoesNotMatch', 403, 'access-denied'],
  ['RequestTimeTooSkewed', 403, 'access-denied'],
  ['ExpiredToken', 400, 'access-denied'],
  ['QuotaExceeded', 403, 'disk-full'],
  ['XMinioStorageFull', 507, 'disk-full'],
  ['Unknown', 507, 'disk-full'],
  ['SlowDown', 503, 'io'],
  ['InternalError', 500, 'io'],
  ['PermanentRedirect', 301, 'io'],
])('%s with status %i is told as %s', (name, status, kind) => {
  expect(fromS3Error(answered(name, status), attempt)).toMatchObject({
    kind,
    facts: { name: 'packs/a', bucket: 'b01', code: name, status },
  });
});

test('a refusal names the right that is missing', () => {
  expect(fromS3Error(answered('AccessDenied', 403), attempt)).toMatchObject({ facts: { right: 's3:GetObject' } });
  expect((fromS3Error(answered('SlowDown', 503), attempt) as StorageError).facts).not.toHaveProperty('right');
});

test('what came without an answer is told by the machine’s word for it', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', $metadata: { attempts: 8 } });
  expect(fromS3Error(refused, attempt)).toMatchObject({ kind: 'io', facts: { code: 'ECONNREFUSED', tries: 8 } });
  const late = Object.assign(new Error('timed out'), { name: 'TimeoutError' });
  expect(fromS3Error(late, attempt)).toMatchObject({ kind: 'io', facts: { code: 'TimeoutError' } });
  const nobody = Object.assign(new Error('none'), { name: 'CredentialsProviderError' });
  expect(fromS3Error(nobody, attempt)).toMatchObject({ kind: 'access-denied' });
});

test('nothing of what the service quotes is handed on', () => {
  const quoting = Object.assign(answered('SignatureDoesNotMatch', 403), {
    CanonicalRequest: 'x-amz-security-token:tok',
  });
  const told = fromS3Error(quoting, attempt) as StorageError;
  expect(told.cause).toBeUndefined();
  expect(JSON.stringify(told) + told.message).not.toContain('tok');
});

test('errors of ours and bugs stay what they are', () => {
  const own = new StorageError('blob-truncated', { name: 'a' });
  const bug = new TypeError('not a function');
  expect([fromS3Error(own, attempt), fromS3Error(bug, attempt)]).toEqual([own, bug]);
});
