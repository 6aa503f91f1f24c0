import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SecretBytes } from '../../secrets/secret-bytes.ts';
import { parseAuthorization } from './authorization.ts';
import { parseBasicTime } from './basic-time.ts';
import { canonicalRequest, sha256Hex, stringToSign } from './canonical-request.ts';
import type { WireRequest } from './request.ts';
import { parseTarget, toWireHeaders } from './request.ts';
import { createVerifier } from './signature.ts';

// AWS's own test suite (awslabs/aws-c-auth): a request, its canonical form, the string to sign and the signature.

const folder = join(import.meta.dirname, '../../../test/vectors/sigv4');

interface VectorContext {
  readonly credentials: { readonly access_key_id: string; readonly secret_access_key: string; readonly token?: string };
  readonly region: string;
  readonly timestamp: string;
  readonly normalize: boolean;
  readonly omit_session_token?: boolean;
}

const read = (name: string, file: string): string => readFileSync(join(folder, name, file), 'utf8');

const contextOf = (name: string): VectorContext => JSON.parse(read(name, 'context.json'));

const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

// Paths are signed as they stand only for S3, which is not served here.
const normalized = names.filter((name) => contextOf(name).normalize);

// Signed before the session token was added: a form that our services do not take.
const isComplete = (name: string): boolean => contextOf(name).omit_session_token !== true;

/** The file as Node's parser would hand it over: one character a byte, folded header lines unfolded. */
function parseRequest(text: string): WireRequest {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const split = bytes.indexOf('\n\n');
  const [line, ...headerLines] = (split < 0 ? bytes : bytes.slice(0, split))
    .replace(/\n[ \t]+/g, ' ')
    .trim()
    .split('\n');
  const method = line!.slice(0, line!.indexOf(' '));
  const target = line!.slice(method.length + 1, line!.lastIndexOf(' HTTP/'));
  const headers = headerLines.flatMap((header) => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon), header.slice(colon + 1).trim()];
  });
  const body = split < 0 ? '' : bytes.slice(split + 2);
  return { method, ...parseTarget(target), headers: toWireHeaders(headers), body: Buffer.from(body, 'latin1') };
}

const verifierFor = ({ credentials, timestamp }: VectorContext) => {
  const clock = { now: () => parseBasicTime(timestamp.replaceAll(/[-:]/g, ''))! };
  const account = '123456789012';
  return createVerifier({
    credentials: {
      find: async () => ({
        principal: { kind: 'user', account, arn: `arn:aws:iam::${account}:user/u`, userId: 'U' },
        secret: new SecretBytes(Buffer.from(credentials.secret_access_key)),
        isActive: true,
        ...(credentials.token === undefined
          ? {}
          : { tokenHash: createHash('sha256').update(credentials.token).digest('hex') }),
      }),
    },
    machineClock: clock,
    serviceClock: clock,
  });
};

// The suite signs for a service that does not exist; only its name enters the signature.
const target = { service: 'service' as never, protocol: 'rest-json', sourceIp: '192.0.2.1' } as const;

describe.each(['header', 'query'] as const)('in the %s', (form) => {
  test.each(normalized)('%s: canonical request and string to sign', (name) => {
    const request = parseRequest(read(name, `${form}-signed-request.txt`));
    const claim = parseAuthorization(request, 'rest-json');
    const withoutToken = request.query.replace(/&X-Amz-Security-Token=[^&]*/, '');
    const query = isComplete(name) ? request.query : withoutToken;
    const canonical = canonicalRequest(
      { ...request, query },
      { signedHeaders: claim.signedHeaders, payloadHash: sha256Hex(request.body) },
    );
    expect(Buffer.from(canonical!, 'latin1').toString('utf8')).toBe(read(name, `${form}-canonical-request.txt`));
    const scope = { date: claim.signedAt.slice(0, 8), region: 'us-east-1', service: 'service' };
    expect(stringToSign(canonical!, { scope, signedAt: claim.signedAt })).toBe(
      read(name, `${form}-string-to-sign.txt`),
    );
  });

  test.each(normalized.filter(isComplete))('%s: the signature is verified', async (name) => {
    const request = parseRequest(read(name, `${form}-signed-request.txt`));
    expect(parseAuthorization(request, 'rest-json').signature).toBe(read(name, `${form}-signature.txt`));
    await expect(verifierFor(contextOf(name))(request, target)).resolves.toMatchObject({ region: 'us-east-1' });
  });

  test.each(normalized)('%s: with another secret it is refused', async (name) => {
    const context = contextOf(name);
    const other = { ...context, credentials: { ...context.credentials, secret_access_key: 'other' } };
    const request = parseRequest(read(name, `${form}-signed-request.txt`));
    await expect(verifierFor(other)(request, target)).rejects.toMatchObject({ code: 'InvalidSignatureException' });
  });
});

test('a session token that was added after signing is refused', async () => {
  const name = 'post-sts-header-after';
  for (const form of ['header', 'query']) {
    const request = parseRequest(read(name, `${form}-signed-request.txt`));
    await expect(verifierFor(contextOf(name))(request, target)).rejects.toMatchObject({
      code: 'InvalidSignatureException',
    });
  }
});
