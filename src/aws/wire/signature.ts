import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Credential, Credentials } from '../../access/credentials.ts';
import type { Protocol } from '../../messages/common.ts';
import { malformedQueryString } from '../../messages/common.ts';
import { ServiceError } from '../../messages/service-error.ts';
import type { ScopeFault } from '../../messages/signature.ts';
import * as signature from '../../messages/signature.ts';
import type { Principal } from '../../model/principal.ts';
import { isRegion } from '../../model/region.ts';
import type { Clock } from '../../util/clock.ts';
import type { ServiceName } from '../api/service-model.ts';
import type { SignatureClaim } from './authorization.ts';
import { parseAuthorization } from './authorization.ts';
import { parseBasicTime, printBasicTime } from './basic-time.ts';
import type { Scope } from './canonical-request.ts';
import { canonicalRequest, hmac, sha256Hex, stringToSign } from './canonical-request.ts';
import { clockSkewMsMax, presignedSecondsMax, signingKeysMax } from './limits.ts';
import type { WireRequest } from './request.ts';
import { headerOf } from './request.ts';
import { SignatureFailures } from './signature-failures.ts';
import { SigningKeys } from './signing-keys.ts';

/** Verifies Signature Version 4 and says who signed, or throws AWS's error. */
export type VerifySignature = (request: WireRequest, target: SignatureTarget) => Promise<Signer>;

interface SignatureTarget {
  readonly service: ServiceName;
  readonly protocol: Protocol;
  /** The client's address. */
  readonly sourceIp: string;
}

interface Signer {
  readonly principal: Principal;
  readonly region: string;
}

export interface VerifierParts {
  readonly credentials: Credentials;
  /** What signatures are dated by: clients sign with the machine's time, whatever time the service pretends. */
  readonly machineClock: Clock;
  /** What sessions expire by. */
  readonly serviceClock: Clock;
  /** Resolves after some milliseconds of the machine's time: how failures are slowed down. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Services without Regions: any Region may stand in the scope. */
const globalServices: ReadonlySet<ServiceName> = new Set(['iam', 'sts', 'organizations']);

export function createVerifier(parts: VerifierParts): VerifySignature {
  const { credentials, machineClock, serviceClock, pause = setTimeout } = parts;
  const keys = new SigningKeys(signingKeysMax);
  const failures = new SignatureFailures({
    clock: machineClock,
    pause: async (ms) => {
      await pause(ms);
    },
  });
  // The order is AWS's: form, time, headers, algorithm, scope, key id, signature, token.
  return async (request, target) => {
    const { protocol } = target;
    const claim = parseAuthorization(request, protocol);
    checkTime(claim, { protocol, now: machineClock.now() });
    checkSignedHeaders(request, claim, protocol);
    if (claim.algorithm !== 'AWS4-HMAC-SHA256') throw signature.unsupportedAlgorithm(protocol, claim.algorithm);
    const { accessKeyId, scope } = parseScope(claim, target);
    const credential = await credentials.find(accessKeyId);
    try {
      if (credential === undefined || !credential.isActive) throw signature.unrecognizedClient(protocol);
      checkSignature({ request, claim, credential, scope, keys, protocol });
      checkToken(claim, credential, protocol);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw await failures.answer(error, { accessKeyId, sourceIp: target.sourceIp }, protocol);
    }
    const { expiresAt, principal } = credential;
    if (expiresAt !== undefined && expiresAt <= serviceClock.now()) throw signature.expiredToken(protocol);
    await credential.noteUse?.({ service: target.service, region: scope.region });
    return { principal, region: scope.region };
  };
}

function checkTime(claim: SignatureClaim, { protocol, now }: { protocol: Protocol; now: number }): void {
  const signedAt = parseBasicTime(claim.signedAt);
  if (signedAt === undefined) throw signature.dateNotBasic(protocol, claim.signedAt);
  const latest = now + clockSkewMsMax;
  if (signedAt > latest) {
    throw signature.signatureNotYetCurrent(protocol, {
      signedAt: claim.signedAt,
      limit: printBasicTime(latest),
      now: printBasicTime(now),
    });
  }
  if (claim.expires !== undefined) checkExpires(claim.expires, { protocol, signedAt, now });
  else checkAge(claim, { protocol, signedAt, now });
}

interface TimeFacts {
  readonly protocol: Protocol;
  readonly signedAt: number;
  readonly now: number;
}

function checkAge(claim: SignatureClaim, { protocol, signedAt, now }: TimeFacts): void {
  const earliest = now - clockSkewMsMax;
  if (signedAt >= earliest) return;
  throw signature.signatureExpired(protocol, {
    signedAt: claim.signedAt,
    limit: printBasicTime(earliest),
    now: printBasicTime(now),
  });
}

function checkExpires(expires: string, { protocol, signedAt, now }: TimeFacts): void {
  const seconds = /^\d{1,6}$/.test(expires) ? Number(expires) : 0;
  if (seconds < 1 || seconds > presignedSecondsMax) throw signature.badExpires(protocol);
  const limit = signedAt + seconds * 1000;
  if (now > limit) {
    throw signature.presignedExpired(protocol, { limit: printBasicTime(limit), now: printBasicTime(now) });
  }
}

/** Whatever changes what is asked must stand inside the signature. */
function checkSignedHeaders(request: WireRequest, { signedHeaders }: SignatureClaim, protocol: Protocol): void {
  if (!signedHeaders.includes('host')) throw signature.hostNotSigned(protocol);
  for (const name of request.headers.keys()) {
    if (name.startsWith('x-amz-') && !signedHeaders.includes(name)) throw signature.headerNotSigned(protocol, name);
  }
}

function parseScope(
  claim: SignatureClaim,
  { service, protocol }: SignatureTarget,
): { accessKeyId: string; scope: Scope } {
  const parts = claim.credential.split('/');
  if (parts.length !== 5) throw signature.credentialNotFiveParts(protocol, claim.credential);
  const [accessKeyId, date, region, scopedService, terminator] = parts as [string, string, string, string, string];
  const faults: ScopeFault[] = [];
  const isRegionFit = globalServices.has(service) ? /^[a-z0-9-]{1,32}$/.test(region) : isRegion(region);
  if (!isRegionFit) faults.push({ kind: 'region', found: region });
  if (scopedService !== service) faults.push({ kind: 'service', wanted: service });
  if (terminator !== 'aws4_request') faults.push({ kind: 'terminator', found: terminator });
  const wanted = claim.signedAt.slice(0, 8);
  if (date !== wanted) faults.push({ kind: 'date', found: date, wanted, from: claim.signedAt });
  if (faults.length > 0) throw signature.credentialScope(protocol, faults);
  return { accessKeyId, scope: { date, region, service: scopedService } };
}

interface SignatureFacts {
  readonly request: WireRequest;
  readonly claim: SignatureClaim;
  readonly credential: Credential;
  readonly scope: Scope;
  readonly keys: SigningKeys;
  readonly protocol: Protocol;
}

function checkSignature({ request, claim, credential, scope, keys, protocol }: SignatureFacts): void {
  // No service here takes an unsigned payload: what the client says of its body must be so.
  const payloadHash = sha256Hex(request.body);
  const claimedHash = headerOf(request.headers, 'x-amz-content-sha256');
  if (claimedHash !== undefined && claimedHash !== payloadHash) throw signature.signatureDoesNotMatch(protocol);
  if (credential.secret === 'any-secret') return;
  const canonical = canonicalRequest(request, { signedHeaders: claim.signedHeaders, payloadHash });
  if (canonical === undefined) throw malformedQueryString(protocol);
  const key = keys.get(credential.secret, scope);
  const expected = hmac(key.open(), stringToSign(canonical, { scope, signedAt: claim.signedAt }));
  if (!/^[0-9a-f]{64}$/.test(claim.signature)) throw signature.signatureDoesNotMatch(protocol);
  if (!timingSafeEqual(expected, Buffer.from(claim.signature, 'hex'))) throw signature.signatureDoesNotMatch(protocol);
}

function checkToken({ token }: SignatureClaim, { tokenHash }: Credential, protocol: Protocol): void {
  if ((token === undefined) !== (tokenHash === undefined)) throw signature.unrecognizedClient(protocol);
  if (token === undefined || tokenHash === undefined) return;
  const found = createHash('sha256').update(token, 'latin1').digest();
  const wanted = Buffer.from(tokenHash, 'hex');
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) throw signature.unrecognizedClient(protocol);
}
