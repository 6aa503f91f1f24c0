import { createHash } from 'node:crypto';
import aws4 from 'aws4';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Credential } from '../../access/credentials.ts';
import type { Protocol } from '../../messages/common.ts';
import { SecretBytes } from '../../secrets/secret-bytes.ts';
import type { ServiceName } from '../api/service-model.ts';
import { printBasicTime } from './basic-time.ts';
import { canonicalRequest, deriveSigningKey, hmac, sha256Hex, stringToSign } from './canonical-request.ts';
import { failuresByKeyMax } from './limits.ts';
import { parsePairs } from './percent.ts';
import type { WireRequest } from './request.ts';
import { parseTarget, toWireHeaders } from './request.ts';
import type { RequestToSign } from './sign.ts';
import { createVerifier } from './signature.ts';
import { signRequest } from './testing/sign-request.ts';

const now = Date.UTC(2026, 10, 22, 12, 0, 0);
const sourceIp = '192.0.2.1';
const key = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret+with/marks' };
const token = 'token/of+a=session';

const principal = {
  kind: 'user',
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/u',
  userId: 'U',
} as const;
const credential: Credential = { principal, secret: new SecretBytes(Buffer.from(key.secretAccessKey)), isActive: true };

const request: RequestToSign = {
  method: 'PUT',
  url: 'http://backup.eu-central-1.localhost:4577/tags/arn%3Aaws%3Abackup%3Aeu-central-1%3A1%3Abackup-vault%3Ahome/?a=1%2F2&b=%C3%BC%20x',
  headers: { 'content-type': 'application/json', 'x-amz-meta': 'one  two' },
  body: '{"Tags":{"a":"b"}}',
};

const scope = { region: 'eu-central-1', service: 'backup', now };

interface Setting {
  readonly credential?: Partial<Credential> | undefined;
  readonly machineNow?: number;
  readonly serviceNow?: number;
  readonly service?: ServiceName;
  readonly protocol?: Protocol;
}

const verify = (signed: WireRequest, setting: Setting = {}) =>
  createVerifier({
    credentials: {
      find: async (id) => (id === key.accessKeyId ? { ...credential, ...setting.credential } : undefined),
    },
    machineClock: { now: () => setting.machineNow ?? now },
    serviceClock: { now: () => setting.serviceNow ?? now },
  })(signed, { service: setting.service ?? 'backup', protocol: setting.protocol ?? 'rest-json', sourceIp });

const refused = async (signed: WireRequest, setting: Setting = {}): Promise<{ code: string; message: string }> => {
  const error = await verify(signed, setting).then(
    () => expect.fail('the signature passed'),
    (thrown: { code: string; message: string }) => thrown,
  );
  return { code: error.code, message: error.message };
};

const withHeader = (signed: WireRequest, name: string, ...values: string[]): WireRequest => {
  const headers = new Map(signed.headers);
  if (values.length === 0) headers.delete(name);
  else headers.set(name, values);
  return { ...signed, headers };
};

const withAuthorization = (change: (text: string) => string): WireRequest => {
  const signed = signRequest(request, key, scope);
  return withHeader(signed, 'authorization', change(signed.headers.get('authorization')!.join()));
};

/** Our own presigner, for tests only: the query form of a GET. */
const presign = ({ expires = '900', at = now, extra = '' } = {}): WireRequest => {
  const signedAt = printBasicTime(at);
  const day = { date: signedAt.slice(0, 8), region: 'us-east-1', service: 'sts' };
  const query =
    `Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${key.accessKeyId}` +
    `%2F${day.date}%2F${day.region}%2Fsts%2Faws4_request&X-Amz-Date=${signedAt}&X-Amz-Expires=${expires}&X-Amz-SignedHeaders=host${extra}`;
  const bare = { method: 'GET', path: '/', query, headers: toWireHeaders(['Host', 'sts.localhost']) };
  const canonical = canonicalRequest(bare, { signedHeaders: ['host'], payloadHash: sha256Hex(Buffer.alloc(0)) })!;
  const derived = deriveSigningKey(Buffer.from(key.secretAccessKey), day);
  const signature = hmac(derived, stringToSign(canonical, { scope: day, signedAt })).toString('hex');
  return { ...bare, query: `${query}&X-Amz-Signature=${signature}`, body: new Uint8Array() };
};

const sts: Setting = { service: 'sts', protocol: 'query' };

test('what our signer signs is verified', async () => {
  await expect(verify(signRequest(request, key, scope))).resolves.toEqual({ principal, region: 'eu-central-1' });
});

test('what aws4 signs is verified, in the header and in the query', async () => {
  const { pathname, search, host } = new URL(request.url);
  for (const signQuery of [false, true]) {
    const signed = aws4.sign(
      {
        service: 'backup',
        region: 'eu-central-1',
        host,
        method: 'PUT',
        path: pathname + search,
        signQuery,
        // aws4 dates by the real clock unless it is told.
        headers: { ...(signQuery ? {} : { 'X-Amz-Date': printBasicTime(now) }), 'Content-Type': 'application/json' },
        body: signQuery ? '' : (request.body as string),
      },
      key,
    );
    const received: WireRequest = {
      method: 'PUT',
      ...parseTarget(signed.path),
      headers: toWireHeaders(Object.entries(signed.headers).flat().map(String)),
      body: Buffer.from(signed.body ?? ''),
    };
    const signedAt = signQuery ? Date.now() : now;
    await expect(verify(received, { machineNow: signedAt, serviceNow: signedAt })).resolves.toMatchObject({
      principal,
    });
  }
});

const flip = (text: string, position: number, bit: number): string =>
  text.slice(0, position) + String.fromCharCode(text.charCodeAt(position) ^ (1 << bit)) + text.slice(position + 1);

test('no bit of path, query, signed header or body can be changed', async () => {
  const signed = signRequest(request, key, scope);
  const parts = [
    'method',
    'path',
    'query',
    'body',
    'host',
    'content-type',
    'x-amz-meta',
    'x-amz-date',
    'authorization',
  ] as const;
  const change = (part: (typeof parts)[number], position: number, bit: number): WireRequest => {
    if (part === 'method' || part === 'path' || part === 'query') {
      return { ...signed, [part]: flip(signed[part], position % signed[part].length, bit) };
    }
    if (part === 'body') {
      const body = Buffer.from(signed.body);
      body[position % body.length]! ^= 1 << bit;
      return { ...signed, body };
    }
    const value = signed.headers.get(part)!.join();
    return withHeader(signed, part, flip(value, position % value.length, bit));
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(2000), fc.nat(7), async (part, position, bit) => {
      const changed = change(part, position, bit);
      fc.pre(meaningOf(changed) !== meaningOf(signed));
      await expect(verify(changed)).rejects.toMatchObject({ fault: 'client' });
    }),
    { numRuns: 1500 },
  );
});

/** The case of a percent escape's digits in the query and of a signed header's name carry no meaning; all else does. */
const meaningOf = (received: WireRequest): string => {
  const headers = [...received.headers].map(([name, values]) => [
    name,
    name === 'authorization' ? values.join().replace(/SignedHeaders=[^,]*/, (names) => names.toLowerCase()) : values,
  ]);
  return JSON.stringify([
    received.method,
    received.path,
    parsePairs(received.query) ?? received.query,
    headers,
    [...received.body],
  ]);
};

test('a request without a signature lacks a token', async () => {
  const unsigned = withHeader(signRequest(request, key, scope), 'authorization');
  expect(await refused(unsigned)).toEqual({
    code: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  });
  expect((await refused(unsigned, sts)).code).toBe('MissingAuthenticationToken');
  expect((await refused(withHeader(unsigned, 'authorization', 'Bearer x'))).code).toBe(
    'MissingAuthenticationTokenException',
  );
});

test('half a header names what it lacks', async () => {
  const halved = withAuthorization(() => 'AWS4-HMAC-SHA256 Credential=a');
  expect(await refused(withHeader(halved, 'x-amz-date'))).toEqual({
    code: 'IncompleteSignatureException',
    message:
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. " +
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " +
      'Authorization=AWS4-HMAC-SHA256 Credential=a',
  });
  expect((await refused(withAuthorization((text) => text.replace('Signature=', 'Signature')))).message).toMatch(
    /not a valid key=value pair \(missing equal-sign\) in Authorization header/,
  );
});

test('half a presigned URL names what it lacks', async () => {
  const presigned = presign();
  const halved = { ...presigned, query: presigned.query.replace(/X-Amz-Date=[^&]*&/, '') };
  expect(await refused(halved, sts)).toEqual({
    code: 'IncompleteSignature',
    message: "AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
  });
});

test('two signatures are one too many', async () => {
  const both = withHeader(presign(), 'authorization', 'AWS4-HMAC-SHA256 Credential=a');
  expect((await refused(both, sts)).message).toMatch(/^Found both 'X-Amz-Algorithm'/);
});

test('a quarter of an hour is the most that clocks may differ', async () => {
  const signed = signRequest(request, key, scope);
  await expect(verify(signed, { machineNow: now + 900_000 })).resolves.toBeDefined();
  await expect(verify(signed, { machineNow: now - 900_000 })).resolves.toBeDefined();
  expect(await refused(signed, { machineNow: now + 901_000 })).toEqual({
    code: 'InvalidSignatureException',
    message: 'Signature expired: 20261122T120000Z is now earlier than 20261122T120001Z (20261122T121501Z - 15 min.)',
  });
  expect((await refused(signed, { machineNow: now - 901_000 })).message).toBe(
    'Signature not yet current: 20261122T120000Z is still later than 20261122T115959Z (20261122T114459Z + 15 min.)',
  );
});

test('the time of the service may be years away', async () => {
  await expect(verify(signRequest(request, key, scope), { serviceNow: now + 1e12 })).resolves.toBeDefined();
});

test('a date that is none is refused', async () => {
  const signed = withHeader(signRequest(request, key, scope), 'x-amz-date', '20261322T120000Z');
  expect((await refused(signed)).message).toBe(
    "Date must be in ISO-8601 'basic format'. Got '20261322T120000Z'. See http://en.wikipedia.org/wiki/ISO_8601",
  );
});

test('a presigned URL lives as long as it says, seven days at most', async () => {
  await expect(verify(presign({ expires: '3600' }), { ...sts, machineNow: now + 3_600_000 })).resolves.toBeDefined();
  expect((await refused(presign({ expires: '3600' }), { ...sts, machineNow: now + 3_601_000 })).message).toBe(
    'Signature expired: 20261122T130001Z is now later than 20261122T130000Z',
  );
  for (const expires of ['604801', '0', '-1', 'x']) {
    expect((await refused(presign({ expires }), sts)).code).toBe('IncompleteSignature');
  }
  expect((await refused(presign({ at: now + 901_000 }), sts)).message).toMatch(/^Signature not yet current/);
});

test('a presigned URL cannot be lengthened', async () => {
  const presigned = presign();
  const longer = { ...presigned, query: presigned.query.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000') };
  expect((await refused(longer, sts)).code).toBe('SignatureDoesNotMatch');
});

test('host and every x-amz- header must be signed', async () => {
  const hostless = withAuthorization((text) => text.replace('host;', ''));
  expect((await refused(hostless)).message).toBe(
    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  );
  const added = withHeader(signRequest(request, key, scope), 'x-amz-target', 'TrentService.Decrypt');
  expect((await refused(added)).message).toBe("'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
});

test('a header that is sent twice is signed with both values', async () => {
  const signed = signRequest(request, key, scope);
  expect((await refused(withHeader(signed, 'content-type', 'application/json', 'text/plain'))).code).toBe(
    'InvalidSignatureException',
  );
});

/** Refused once this was changed in the header. */
const refusedWith = (from: RegExp | string, to: string) => refused(withAuthorization((text) => text.replace(from, to)));

test("another algorithm, scope or number of the credential's parts is named", async () => {
  expect((await refusedWith('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256')).message).toMatch(
    /^Unsupported AWS 'algorithm'/,
  );
  expect((await refusedWith('/aws4_request', '')).message).toMatch(
    /^Credential must have exactly 5 slash-delimited elements/,
  );
  expect((await refusedWith('/backup/', '/kms/')).message).toBe(
    "Credential should be scoped to correct service: 'backup'.",
  );
  expect((await refusedWith('20261122/eu-central-1', '20261121/nowhere')).message).toBe(
    "Credential should be scoped to a valid region, not 'nowhere'. " +
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', " +
      "from '20261122T120000Z'.",
  );
  expect((await refusedWith('aws4_request', 'aws3_request')).message).toBe(
    "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3_request'.",
  );
});

test('an id that nobody has and one that was switched off are the same to the client', async () => {
  const stranger = signRequest(request, { ...key, accessKeyId: 'AKIASTRANGER' }, scope);
  const answer = {
    code: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  };
  expect(await refused(stranger)).toEqual(answer);
  expect(await refused(signRequest(request, key, scope), { credential: { isActive: false } })).toEqual(answer);
});

test('a session needs its token, the right one, and none where none belongs', async () => {
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const signed = signRequest(request, { ...key, sessionToken: token }, scope);
  await expect(verify(signed, { credential: { tokenHash } })).resolves.toBeDefined();
  expect((await refused(signed)).code).toBe('UnrecognizedClientException');
  const bare = signRequest(request, key, scope);
  expect((await refused(bare, { credential: { tokenHash } })).code).toBe('UnrecognizedClientException');
  const other = signRequest(request, { ...key, sessionToken: 'other' }, scope);
  expect((await refused(other, { credential: { tokenHash } })).code).toBe('UnrecognizedClientException');
});

test("a session ends by the service's clock", async () => {
  const signed = signRequest(request, key, scope);
  await expect(verify(signed, { credential: { expiresAt: now + 1 } })).resolves.toBeDefined();
  expect(await refused(signed, { credential: { expiresAt: now } })).toEqual({
    code: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  });
});

test('any secret will do for an id of dev mode, but nothing else is forgiven', async () => {
  const anySecret: Setting = { credential: { secret: 'any-secret' } };
  const signed = signRequest(request, { ...key, secretAccessKey: 'x' }, scope);
  await expect(verify(signed, anySecret)).resolves.toBeDefined();
  expect((await refused(signed, { ...anySecret, machineNow: now + 901_000 })).code).toBe('InvalidSignatureException');
  expect((await refused(signed, { ...anySecret, service: 'kms' })).code).toBe('InvalidSignatureException');
});

test('what is said of the body must be so, and an unsigned body is not taken', async () => {
  // The last four are S3's: bodies that are unsigned, or signed in chunks.
  const claims = [
    sha256Hex(Buffer.from('other')),
    'UNSIGNED-PAYLOAD',
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
  ];
  for (const claimed of claims) {
    const signed = signRequest({ ...request, headers: { 'x-amz-content-sha256': claimed } }, key, scope);
    expect((await refused(signed)).code).toBe('InvalidSignatureException');
  }
  const honest = { 'x-amz-content-sha256': sha256Hex(Buffer.from(request.body as string)) };
  await expect(verify(signRequest({ ...request, headers: honest }, key, scope))).resolves.toBeDefined();
});

/** Signed as the client says, whatever the body is. */
const signAs = (payloadHash: string): WireRequest => {
  const signedAt = printBasicTime(now);
  const day = { date: signedAt.slice(0, 8), region: scope.region, service: 'backup' };
  const bare = {
    method: 'GET',
    path: '/backup-vaults/home',
    query: '',
    headers: toWireHeaders(['Host', 'localhost:4577', 'X-Amz-Date', signedAt, 'X-Amz-Content-SHA256', payloadHash]),
  };
  const signedHeaders = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  const canonical = canonicalRequest(bare, { signedHeaders, payloadHash })!;
  const derived = deriveSigningKey(Buffer.from(key.secretAccessKey), day);
  const signature = hmac(derived, stringToSign(canonical, { scope: day, signedAt })).toString('hex');
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${day.date}/${day.region}/backup/aws4_request, ` +
    `SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  return withHeader({ ...bare, body: new Uint8Array() }, 'authorization', authorization);
};

test('a signature over an unsigned payload is none, even where it is well made', async () => {
  await expect(verify(signAs(sha256Hex(Buffer.alloc(0))))).resolves.toBeDefined();
  for (const form of ['UNSIGNED-PAYLOAD', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD']) {
    expect((await refused(signAs(form))).code).toBe('InvalidSignatureException');
  }
});

test('a path is signed encoded twice, and once is wrong', async () => {
  const url = 'http://localhost:4577/tags/arn%3Aaws%3Abackup%3Aeu-central-1%3A1%3Aplan%2Fa%20b%252F';
  const signed = signRequest({ method: 'GET', url }, key, scope);
  await expect(verify(signed)).resolves.toBeDefined();
  const once = { ...signed, path: decodeURIComponent(signed.path) };
  expect((await refused(once)).code).toBe('InvalidSignatureException');
});

test('values of one header are joined by a comma, in their order, their inner blanks folded', async () => {
  const folded = signRequest({ ...request, headers: { 'x-amz-meta': 'one two,three' } }, key, scope);
  await expect(verify(withHeader(folded, 'x-amz-meta', ' one  two ', 'three\t'))).resolves.toBeDefined();
  expect((await refused(withHeader(folded, 'x-amz-meta', 'three', 'one two'))).code).toBe('InvalidSignatureException');
});

test('a name may say its port, and both sides mean the same bytes', async () => {
  const signed = signRequest({ ...request, url: 'http://localhost:4577/x' }, key, scope);
  expect(signed.headers.get('host')).toEqual(['localhost:4577']);
  await expect(verify(signed)).resolves.toBeDefined();
  expect((await refused(withHeader(signed, 'host', 'localhost'))).code).toBe('InvalidSignatureException');
});

test('failures without end are throttled, and what is signed well passes all the same', async () => {
  const pauses: number[] = [];
  const door = createVerifier({
    credentials: { find: async (id) => (id === key.accessKeyId ? credential : undefined) },
    machineClock: { now: () => now },
    serviceClock: { now: () => now },
    pause: async (ms) => void pauses.push(ms),
  });
  const target = { service: 'backup', protocol: 'rest-json', sourceIp } as const;
  const altered = { ...signRequest(request, key, scope), method: 'POST' };
  const ask = (asked: WireRequest) =>
    door(asked, target).then(
      () => 'passed',
      ({ code }: { code: string }) => code,
    );
  const stranger = signRequest(request, { ...key, accessKeyId: 'AKIASTRANGER' }, scope);
  for (let index = 0; index < failuresByKeyMax; index += 1) await ask(stranger);
  expect([await ask(stranger), pauses.length]).toEqual(['ThrottlingException', 1]);
  expect(await ask(altered)).toBe('InvalidSignatureException');
  expect(await ask(signRequest(request, key, scope))).toBe('passed');
});

test('a secret that was replaced no longer opens the door it opened before', async () => {
  let secret = new SecretBytes(Buffer.from(key.secretAccessKey));
  const clock = { now: () => now };
  const door = createVerifier({
    credentials: { find: async () => ({ ...credential, secret }) },
    machineClock: clock,
    serviceClock: clock,
  });
  const signed = signRequest(request, key, scope);
  const target = { service: 'backup', protocol: 'rest-json', sourceIp } as const;
  await expect(door(signed, target)).resolves.toBeDefined();
  secret = new SecretBytes(Buffer.from('another'));
  await expect(door(signed, target)).rejects.toMatchObject({ code: 'InvalidSignatureException' });
});
