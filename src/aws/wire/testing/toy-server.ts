import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { Credential } from '../../../access/credentials.ts';
import { SecretBytes } from '../../../secrets/secret-bytes.ts';
import type { ServiceName } from '../../api/service-model.ts';
import type { Call, Handler } from '../call.ts';
import { answerClientError } from '../client-error.ts';
import type { AwsHandlerParts } from '../handle.ts';
import { createAwsHandler } from '../handle.ts';

/** For tests: the wire on loopback, with handlers of the test's own making, one user with a key, and what the log was told. */
export interface ToyServer {
  readonly url: string;
  readonly log: Record<string, unknown>[];
  readonly calls: { readonly operation: string; readonly input: unknown; readonly call: Call }[];
  close(): Promise<void>;
}

export const toyKey = {
  accessKeyId: 'AKIATOYTOYTOYTOYTOY1',
  secretAccessKey: 'not/a+secret/of/anyone/0123456789abcdef',
};

/** A twelve-digit id of dev mode. */
export const anyKey = { accessKeyId: '111122223333', secretAccessKey: 'whatever' };

const account = '111122223333';

const toyCredential: Credential = {
  principal: { kind: 'user', account, arn: `arn:aws:iam::${account}:user/toy`, userId: 'AIDATOYTOYTOYTOYTOYTO' },
  secret: new SecretBytes(Buffer.from(toyKey.secretAccessKey)),
  isActive: true,
};

type ToyHandlers = Partial<Record<ServiceName, Readonly<Record<string, (input: never, call: Call) => unknown>>>>;

export async function startToyServer(
  handlers: ToyHandlers,
  { limits, credentials }: Pick<Partial<AwsHandlerParts>, 'limits' | 'credentials'> = {},
): Promise<ToyServer> {
  const log: Record<string, unknown>[] = [];
  const calls: ToyServer['calls'] = [];
  const clock = { now: () => Date.now() };
  const table = (service: ServiceName) => (operation: string) => {
    const handler = handlers[service]?.[operation];
    const bound: Handler = async (input, call) => {
      calls.push({ operation, input, call });
      return handler?.(input as never, call);
    };
    return handler === undefined ? undefined : bound;
  };
  const known = new Map([
    [toyKey.accessKeyId, toyCredential],
    [anyKey.accessKeyId, { ...toyCredential, secret: 'any-secret' as const }],
  ]);
  let count = 0;
  const handle = createAwsHandler({
    services: {
      backup: table('backup'),
      kms: table('kms'),
      organizations: table('organizations'),
      sts: table('sts'),
      iam: table('iam'),
    },
    credentials: credentials ?? { find: async (id) => known.get(id) },
    machineClock: clock,
    serviceClock: clock,
    random: { bytes: (length) => new Uint8Array(length).fill((count += 1)) },
    log: pino({}, { write: (line: string) => log.push(JSON.parse(line)) }),
    ...(limits === undefined ? {} : { limits }),
  });
  const server = createServer((request, response) => void handle(request, response));
  server.on('clientError', answerClientError);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
