import { expect, test } from 'vitest';
import { ServiceError } from '../../messages/service-error.ts';
import type { ServiceName } from '../api/service-model.ts';
import { serviceModels } from '../api/service-models.ts';
import { toErrorResponse } from './error-response.ts';

const answer = (
  service: ServiceName,
  parts: { code: string; message: string; httpStatus?: number; members?: Record<string, string> },
) =>
  toErrorResponse(new ServiceError({ ...parts, origin: { kind: 'inferred', from: 'a test' } }), {
    model: serviceModels[service],
    requestId: 'ID',
  });

test("Backup names the exception in the header and keeps the body's Code apart", () => {
  const members = { Code: 'ERROR_3015', Context: '["rule"]' };
  expect(answer('backup', { code: 'InvalidParameterValueException', message: 'Error in rule', members })).toEqual({
    status: 400,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype':
        'InvalidParameterValueException:http://internal.amazon.com/coral/com.amazonaws.services.cryo/',
    },
    body: '{"Code":"ERROR_3015","Context":"[\\"rule\\"]","Message":"Error in rule"}',
  });
});

test('an error that no model knows says message in small letters', () => {
  const { headers, body } = answer('backup', { code: 'ExpiredTokenException', message: 'm', httpStatus: 403 });
  expect(body).toBe('{"message":"m"}');
  expect(headers['x-amzn-errortype']).toBe(
    'ExpiredTokenException:http://internal.amazon.com/coral/com.amazon.coral.service/',
  );
});

test('the JSON services name the exception in the body, each with its own spelling of message', () => {
  expect(answer('kms', { code: 'NotFoundException', message: 'm' }).body).toBe(
    '{"__type":"NotFoundException","message":"m"}',
  );
  expect(
    answer('organizations', { code: 'ConstraintViolationException', message: 'm', members: { Reason: 'R' } }).body,
  ).toBe('{"__type":"ConstraintViolationException","Reason":"R","Message":"m"}');
});

test('the query services speak XML and their shorter names', () => {
  expect(answer('iam', { code: 'NoSuchEntityException', message: 'no <role> & "more"', httpStatus: 404 })).toEqual({
    status: 404,
    headers: { 'content-type': 'text/xml' },
    body:
      '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>' +
      '<Message>no &lt;role&gt; &amp; &quot;more&quot;</Message></Error><RequestId>ID</RequestId></ErrorResponse>\n',
  });
});

test('what is our fault is the fault of the receiver', () => {
  expect(answer('sts', { code: 'InternalFailure', message: 'm', httpStatus: 500 }).body).toContain(
    '<Type>Receiver</Type>',
  );
});

test('a code that every object has is no error of the model', () => {
  expect(answer('sts', { code: 'constructor', message: 'm' }).body).toContain('<Code>constructor</Code>');
});
