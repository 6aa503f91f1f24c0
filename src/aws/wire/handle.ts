import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Credentials } from '../../access/credentials.ts';
import {
  internalFailure,
  malformedRequest,
  requestEntityTooLarge,
  requestTimeout,
  serviceUnavailable,
  throttling,
  unknownOperation,
} from '../../messages/common.ts';
import { ServiceError } from '../../messages/service-error.ts';
import { missingAuthenticationToken } from '../../messages/signature.ts';
import type { Clock } from '../../util/clock.ts';
import type { Random } from '../../util/random.ts';
import { randomUuid } from '../../util/random.ts';
import type { ServiceModel, ServiceName } from '../api/service-model.ts';
import { serviceConstraints, serviceModels } from '../api/service-models.ts';
import type { Call, Handler } from './call.ts';
import { encodeOutput, findOperation } from './codec.ts';
import { toErrorResponse } from './error-response.ts';
import { findService } from './find-service.ts';
import { answerMsMax, bodyReadMsMax, requestBytesMax, requestsAtOnceMax } from './limits.ts';
import type { Answer } from './operation-call.ts';
import { bytesToText } from './percent.ts';
import { readBody } from './read-body.ts';
import type { WireRequest } from './request.ts';
import { headerOf, parseTarget, toWireHeaders } from './request.ts';
import type { VerifySignature } from './signature.ts';
import { createVerifier } from './signature.ts';
import { bearsToken, NOBODY, seemsToBearToken } from './unsigned.ts';
import { validateInput } from './validate-input.ts';

export interface AwsHandlerParts {
  /** Each service's operations by name; nothing for one that is not served. */
  readonly services: Readonly<Record<ServiceName, (operation: string) => Handler | undefined>>;
  readonly credentials: Credentials;
  /** What signatures are dated by. */
  readonly machineClock: Clock;
  /** What answers and sessions are dated by. */
  readonly serviceClock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly limits?: Partial<WireLimits>;
}

interface WireLimits {
  readonly requestBytesMax: number;
  readonly bodyReadMsMax: number;
  readonly answerMsMax: number;
  readonly requestsAtOnceMax: number;
}

const defaultLimits: WireLimits = { requestBytesMax, bodyReadMsMax, answerMsMax, requestsAtOnceMax };

/** The AWS endpoint as a listener of `node:http`. It answers every request and never rejects. */
export function createAwsHandler(
  parts: AwsHandlerParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const limits = { ...defaultLimits, ...parts.limits };
  const verify = createVerifier(parts);
  let atWork = 0;
  const takePlace = (): (() => void) | undefined => {
    if (atWork >= limits.requestsAtOnceMax) return undefined;
    atWork += 1;
    return () => {
      atWork -= 1;
    };
  };
  return async (incoming, response) => {
    const entry: LogEntry = { requestId: randomUuid(parts.random) };
    const startedAt = parts.machineClock.now();
    try {
      const answer = await answerRequest(incoming, { parts, limits, verify, entry, takePlace });
      if (answer !== undefined) {
        entry.status = answer.status;
        send(response, answer, entry.requestId);
      }
    } catch (error) {
      // What is left can only be the response itself: the client is gone, or the socket is.
      entry.failure = error;
      response.destroy();
    } finally {
      logRequest(parts.log, { ...entry, ms: parts.machineClock.now() - startedAt });
    }
  };
}

/** What the log tells of a request: one line, no secrets, no input. */
interface LogEntry {
  readonly requestId: string;
  service?: ServiceName;
  operation?: string;
  account?: string;
  /** Absent where the client was gone before an answer. */
  status?: number;
  /** The AWS error's code. */
  code?: string;
  /** What is none of the client's business. */
  failure?: unknown;
}

function logRequest(log: Logger, { failure, ...fields }: LogEntry & { ms: number }): void {
  if (failure === undefined) log.info(fields, 'request');
  else log.error({ ...fields, err: failure }, 'request failed');
}

interface Handling {
  readonly parts: AwsHandlerParts;
  readonly limits: WireLimits;
  readonly verify: VerifySignature;
  readonly entry: LogEntry;
  /** A place among the requests that are worked on, with the way to give it back; nothing where all are taken. */
  readonly takePlace: () => (() => void) | undefined;
}

/** Returns nothing where the client went away before its request was whole. */
async function answerRequest(incoming: IncomingMessage, handling: Handling): Promise<Answer | undefined> {
  const { limits, entry, takePlace } = handling;
  const body = await readBody(incoming, { bytesMax: limits.requestBytesMax, msMax: limits.bodyReadMsMax });
  if (body.kind === 'gone') {
    // AWS's own name for it, which no client ever hears.
    entry.code = 'RequestAbortedException';
    return undefined;
  }
  const request: WireRequest = {
    method: incoming.method ?? '',
    ...parseTarget(incoming.url ?? '/'),
    headers: toWireHeaders(incoming.rawHeaders),
    body: body.kind === 'read' ? body.bytes : new Uint8Array(),
  };
  const service = findService(request);
  const model = serviceModels[service];
  const { protocol } = model;
  entry.service = service;
  // Only now: a request that is sent slowly, or never to its end, takes no place from others.
  const leavePlace = takePlace();
  try {
    if (body.kind === 'too-large') throw requestEntityTooLarge(protocol);
    if (body.kind === 'too-slow') throw requestTimeout(protocol);
    if (leavePlace === undefined) throw throttling(protocol);
    return await answerWhole(request, { incoming, service, model, handling });
  } catch (error) {
    const spoken = error instanceof ServiceError ? error : internalFailure(protocol);
    if (spoken !== error) entry.failure = error;
    entry.code = spoken.code;
    const answer = toErrorResponse(spoken, { model, requestId: entry.requestId });
    // The rest of a body that was not read to its end must not be taken for the next request.
    return body.kind === 'read' ? answer : { ...answer, headers: { ...answer.headers, connection: 'close' } };
  } finally {
    leavePlace?.();
  }
}

interface Whole {
  readonly incoming: IncomingMessage;
  readonly service: ServiceName;
  readonly model: ServiceModel;
  readonly handling: Handling;
}

/** STS's global endpoint, which tells no Region of its own. */
const UNSIGNED_REGION = 'us-east-1';

/** Who asks comes before what is asked: nothing of an unverified request is decoded, but for those that bring a token instead. */
async function answerWhole(request: WireRequest, { incoming, service, model, handling }: Whole): Promise<Answer> {
  const { parts, verify, entry, limits } = handling;
  const { protocol } = model;
  if (!request.path.startsWith('/')) throw malformedRequest(protocol);
  const sourceIp = (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isUnsigned = seemsToBearToken(request, service);
  const { principal, region } = isUnsigned
    ? { principal: NOBODY, region: UNSIGNED_REGION }
    : await verify(request, { service, protocol, sourceIp });
  entry.account = principal.account;
  const operation = findOperation(request, model);
  entry.operation = operation.name;
  if (isUnsigned && !bearsToken(operation.name)) throw missingAuthenticationToken(protocol);
  const handler = parts.services[service](operation.name);
  if (handler === undefined) throw unknownOperation(protocol, { operation: operation.name, version: model.version });
  const input = operation.decode();
  if (operation.model.input !== undefined) {
    const rules = { model, constraints: serviceConstraints[service] };
    validateInput(input, { structure: operation.model.input, rules });
  }
  const call: Call = {
    principal,
    region,
    requestId: entry.requestId,
    sourceIp,
    userAgent: bytesToText(headerOf(request.headers, 'user-agent') ?? '') ?? '',
    isSecure: 'encrypted' in incoming.socket,
    now: parts.serviceClock.now(),
  };
  const output = await withinTime(handler(input, call), limits.answerMsMax, () => serviceUnavailable(protocol));
  return encodeOutput(output ?? {}, { operation, model, requestId: entry.requestId });
}

/** Rejects with `toError()` where the work takes longer; the work itself goes on, and its later failure is of no use to anyone. */
function withinTime<T>(work: Promise<T>, ms: number, toError: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(toError()), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function send(response: ServerResponse, { status, headers, body }: Answer, requestId: string): void {
  response.writeHead(status, {
    'x-amzn-requestid': requestId,
    ...headers,
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body, 'utf8') }),
  });
  // As text it leaves together with the head, in one write to the socket.
  response.end(body, 'utf8');
}
