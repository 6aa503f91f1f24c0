import type { Protocol, Spoken } from './common.ts';
import { commonError, commonErrorsPage, quotedInProjects } from './common.ts';
import type { Origin, ServiceError } from './service-error.ts';

// What AWS says of signatures (Signature Version 4), in the order in which it looks. The JSON 1.1 services answer 400 where others
// answer 403.

const incompleteSignature: Spoken = {
  'rest-json': ['IncompleteSignatureException', 403],
  'json-1.1': ['IncompleteSignatureException', 400],
  query: ['IncompleteSignature', 400],
};

const invalidSignature: Spoken = {
  'rest-json': ['InvalidSignatureException', 403],
  'json-1.1': ['InvalidSignatureException', 400],
  query: ['SignatureDoesNotMatch', 403],
};

const incomplete = (protocol: Protocol, message: string, origin: Origin = quotedInProjects): ServiceError =>
  commonError(protocol, { spoken: incompleteSignature, message, origin });

const invalid = (protocol: Protocol, message: string, origin: Origin = quotedInProjects): ServiceError =>
  commonError(protocol, { spoken: invalidSignature, message, origin });

const inferred = (from: string): Origin => ({ kind: 'inferred', from });

/** No signature at all. AWS's pages say 403 for every service. */
export const missingAuthenticationToken = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['MissingAuthenticationTokenException', 403],
      'json-1.1': ['MissingAuthenticationTokenException', 403],
      query: ['MissingAuthenticationToken', 403],
    },
    message: protocol === 'rest-json' ? 'Missing Authentication Token' : 'Request is missing Authentication Token',
    origin: commonErrorsPage,
  });

export const signedTwice = (protocol: Protocol): ServiceError =>
  invalid(protocol, "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");

/** `missing` in AWS's order; 'Date' stands for both headers that may carry it. */
export const incompleteHeader = (
  protocol: Protocol,
  { missing, authorization }: { readonly missing: readonly string[]; readonly authorization: string },
): ServiceError => {
  const complaints = missing.map((name) =>
    name === 'Date'
      ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
      : `Authorization header requires '${name}' parameter.`,
  );
  return incomplete(protocol, `${complaints.join(' ')} Authorization=${authorization}`);
};

export const incompleteQuery = (protocol: Protocol, missing: readonly string[]): ServiceError => {
  const complaints = missing.map((name) => `AWS query-string parameters must include '${name}'.`);
  return incomplete(protocol, `${complaints.join(' ')} Re-examine the query-string parameters.`);
};

export const notKeyValue = (
  protocol: Protocol,
  { part, authorization }: { readonly part: string; readonly authorization: string },
): ServiceError =>
  incomplete(
    protocol,
    `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization}'.`,
  );

export const dateNotBasic = (protocol: Protocol, date: string): ServiceError =>
  incomplete(
    protocol,
    `Date must be in ISO-8601 'basic format'. Got '${date}'. See http://en.wikipedia.org/wiki/ISO_8601`,
  );

/** The texts are times in ISO 8601's basic format. */
export interface SkewFacts {
  readonly signedAt: string;
  readonly limit: string;
  readonly now: string;
}

export const signatureExpired = (protocol: Protocol, { signedAt, limit, now }: SkewFacts): ServiceError =>
  invalid(protocol, `Signature expired: ${signedAt} is now earlier than ${limit} (${now} - 15 min.)`);

export const signatureNotYetCurrent = (protocol: Protocol, { signedAt, limit, now }: SkewFacts): ServiceError =>
  invalid(protocol, `Signature not yet current: ${signedAt} is still later than ${limit} (${now} + 15 min.)`);

/** A presigned URL whose own time is over. */
export const presignedExpired = (protocol: Protocol, { limit, now }: Omit<SkewFacts, 'signedAt'>): ServiceError =>
  invalid(
    protocol,
    `Signature expired: ${now} is now later than ${limit}`,
    inferred('the sentence for a signature in a header that has expired'),
  );

export const badExpires = (protocol: Protocol): ServiceError =>
  incomplete(
    protocol,
    'X-Amz-Expires must be a number of seconds between 1 and 604800',
    inferred("the bounds of the parameter in the IAM User Guide, and S3's sentences for each of them"),
  );

export const hostNotSigned = (protocol: Protocol): ServiceError =>
  invalid(protocol, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

/** A header that changes what is asked and yet stands outside the signature. */
export const headerNotSigned = (protocol: Protocol, header: string): ServiceError =>
  invalid(
    protocol,
    `'${header}' must be a 'SignedHeader' in the AWS Authorization.`,
    inferred("the sentence for 'Host', and S3's rule that every x-amz- header is signed"),
  );

export const unsupportedAlgorithm = (protocol: Protocol, algorithm: string): ServiceError =>
  incomplete(protocol, `Unsupported AWS 'algorithm': '${algorithm}' (only AWS4-HMAC-SHA256 for now). `);

export const credentialNotFiveParts = (protocol: Protocol, credential: string): ServiceError =>
  incomplete(
    protocol,
    `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
  );

/** What is wrong with a credential's scope; AWS names all at once. */
export type ScopeFault =
  | { readonly kind: 'region'; readonly found: string }
  | { readonly kind: 'service'; readonly wanted: string }
  | { readonly kind: 'terminator'; readonly found: string }
  | { readonly kind: 'date'; readonly found: string; readonly wanted: string; readonly from: string };

export const credentialScope = (protocol: Protocol, faults: readonly ScopeFault[]): ServiceError =>
  invalid(protocol, faults.map(scopeSentence).join(' '));

function scopeSentence(fault: ScopeFault): string {
  switch (fault.kind) {
    case 'region':
      return `Credential should be scoped to a valid region, not '${fault.found}'.`;
    case 'service':
      return `Credential should be scoped to correct service: '${fault.wanted}'.`;
    case 'terminator':
      return `Credential should be scoped with a valid terminator: 'aws4_request', not '${fault.found}'.`;
    case 'date':
      return (
        'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ' +
        `'${fault.found}' != '${fault.wanted}', from '${fault.from}'.`
      );
  }
}

/** An access key id that nobody has, a session token that is wrong, missing or not called for. */
export const unrecognizedClient = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['UnrecognizedClientException', 403],
      'json-1.1': ['UnrecognizedClientException', 400],
      query: ['InvalidClientTokenId', 403],
    },
    message: 'The security token included in the request is invalid.',
    origin: quotedInProjects,
  });

export const expiredToken = (protocol: Protocol): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['ExpiredTokenException', 403],
      'json-1.1': ['ExpiredTokenException', 400],
      query: ['ExpiredToken', 403],
    },
    message: 'The security token included in the request is expired',
    origin: quotedInProjects,
  });

export const signatureDoesNotMatch = (protocol: Protocol): ServiceError =>
  invalid(
    protocol,
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and ' +
      'signing method. Consult the service documentation for details.',
  );
