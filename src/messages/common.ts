import type { Origin } from './service-error.ts';
import { ServiceError } from './service-error.ts';

/** How a service speaks: AWS gives one fault another name and status in each. */
export type Protocol = 'rest-json' | 'json-1.1' | 'query';

/** Code and HTTP status of one fault in each protocol. */
export type Spoken = Readonly<Record<Protocol, readonly [code: string, httpStatus: number]>>;

/** A fault that every service knows, in the form of the protocol at hand. */
export function commonError(
  protocol: Protocol,
  { spoken, message, origin }: { readonly spoken: Spoken; readonly message: string; readonly origin: Origin },
): ServiceError {
  const [code, httpStatus] = spoken[protocol];
  return new ServiceError({ code, httpStatus, message, origin });
}

/** AWS's page of errors that every API may give, with their statuses. */
export const commonErrorsPage: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/CommonErrors.html',
  seen: '2026-11-22',
};

/** Real answers that public projects quote in their sources and tests (dynalite among them). */
export const quotedInProjects: Origin = {
  kind: 'reported',
  from: 'answers of AWS services that open source projects quote in their tests',
};

const same = (code: string, httpStatus: number): Spoken => ({
  'rest-json': [code, httpStatus],
  'json-1.1': [code, httpStatus],
  query: [code, httpStatus],
});

/**
 * No operation of the service fits the request, or it is one that this endpoint does not serve. `version` is what a request of the query
 * protocol asked for. The JSON 1.1 services say nothing beside the name (quoted in aws/aws-sdk-net#1536).
 */
export const unknownOperation = (
  protocol: Protocol,
  { operation, version }: { readonly operation: string | undefined; readonly version?: string | undefined },
): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['UnknownOperationException', 404],
      'json-1.1': ['UnknownOperationException', 400],
      query: ['InvalidAction', 400],
    },
    message: {
      'rest-json': 'The action or operation requested is invalid. Verify that the action is typed correctly.',
      'json-1.1': '',
      query: `Could not find operation ${operation} for version ${version ?? 'NO_VERSION_SPECIFIED'}`,
    }[protocol],
    origin: protocol === 'rest-json' ? commonErrorsPage : quotedInProjects,
  });

/** A request of the query protocol without `Action`. */
export const missingAction = (): ServiceError =>
  new ServiceError({
    code: 'MissingAction',
    message: 'The request is missing an action or a required parameter.',
    origin: commonErrorsPage,
  });

/** The body or a value in it is not of the form that the operation takes. */
export const serialization = (protocol: Protocol, message: string): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['SerializationException', 400],
      'json-1.1': ['SerializationException', 400],
      query: ['MalformedInput', 400],
    },
    message,
    origin: quotedInProjects,
  });

/** What a deserializer of AWS says of a value of the wrong type: `NUMBER_VALUE`, `String`. */
export const wrongType = (
  protocol: Protocol,
  { found, wanted }: { readonly found: string; readonly wanted: string },
): ServiceError =>
  serialization(
    protocol,
    found === 'STRUCTURE' || found === 'LIST'
      ? `Start of ${found === 'LIST' ? 'list' : 'structure or map'} found where not expected.`
      : `${found} cannot be converted to ${wanted}`,
  );

export const malformedBody = (protocol: Protocol): ServiceError =>
  serialization(protocol, 'Unexpected token received from parser');

/** Path or query string that no one can decode: a broken percent escape, bytes that are not UTF-8. */
export const malformedQueryString = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['SerializationException', 400],
      'json-1.1': ['SerializationException', 400],
      query: ['MalformedQueryString', 404],
    },
    message: 'The query string contains a syntax error.',
    origin: commonErrorsPage,
  });

export const malformedRequest = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: same('MalformedHttpRequestException', 400),
    message: 'Problems with the request at the HTTP level.',
    origin: commonErrorsPage,
  });

export const requestEntityTooLarge = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['RequestEntityTooLargeException', 413],
      'json-1.1': ['RequestEntityTooLargeException', 413],
      query: ['RequestEntityTooLarge', 413],
    },
    message: 'Problems with the request at the HTTP level. The request entity is too large.',
    origin: commonErrorsPage,
  });

export const requestTimeout = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: same('RequestTimeoutException', 408),
    message: 'Problems with the request at the HTTP level. Reading the Request timed out.',
    origin: commonErrorsPage,
  });

export const throttling = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['ThrottlingException', 400],
      'json-1.1': ['ThrottlingException', 400],
      query: ['Throttling', 400],
    },
    message: 'Rate exceeded',
    origin: quotedInProjects,
  });

/** The operation took longer than a request may. */
export const serviceUnavailable = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: same('ServiceUnavailable', 503),
    message: 'The request has failed due to a temporary failure of the server.',
    origin: commonErrorsPage,
  });

/** A bug of ours, or a world that failed: the log has the rest. */
export const internalFailure = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: same('InternalFailure', 500),
    message: 'The request processing has failed because of an unknown error, exception or failure.',
    origin: commonErrorsPage,
  });
