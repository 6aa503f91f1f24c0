import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { backupOperations } from '../aws/services/backup/operations.ts';
import { iamOperations } from '../aws/services/iam/operations.ts';
import { kmsOperations } from '../aws/services/kms/operations.ts';
import type { OperationTable } from '../aws/services/operation.ts';
import { organizationsOperations } from '../aws/services/organizations/operations.ts';
import { stsOperations } from '../aws/services/sts/operations.ts';
import { answerClientError } from '../aws/wire/client-error.ts';
import { createAwsHandler } from '../aws/wire/handle.ts';
import { noteServedInEarnest } from '../storage/records/protected-points.ts';
import { type Assembly, assemble } from './assemble.ts';
import { systemClock } from './clocks.ts';
import type { ServerConfig } from './config.ts';
import { CONNECTIONS_MAX, HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS } from './limits.ts';
import { operatorApi } from './operator/operator-api.ts';

export interface RunningServer {
  /** `http://127.0.0.1:4577` */
  readonly url: string;
  readonly assembly: Assembly;
  /** Stops listening, gives running jobs back, closes the records. */
  close(): Promise<void>;
}

/** Opens everything, listens, and starts the job runner and the time keeper. Throws what `assemble` throws, or the listener's error (`EADDRINUSE`). */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const assembly = await assemble(config);
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    listener(assembly),
  );
  server.maxConnections = CONNECTIONS_MAX;
  server.on('clientError', answerClientError);
  try {
    await listen(server, config);
  } catch (error) {
    await assembly.close();
    throw error;
  }
  if (!config.isDev && config.clock === 'real') await assembly.records.write(noteServedInEarnest);
  await assembly.delivery.deliverer.start();
  assembly.runner.start();
  assembly.time.start();
  assembly.book.start();
  const { address, port, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    assembly,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await assembly.close();
    },
  };
}

function listener(assembly: Assembly): Parameters<typeof createServer>[1] {
  const operator = getRequestListener(operatorApi(assembly).fetch);
  const { services, credentials, clock, random, log } = assembly;
  const bind =
    (table: OperationTable) =>
    (
      operation: string,
    ): ((input: unknown, call: Parameters<OperationTable[string]>[2]) => Promise<unknown>) | undefined => {
      const handler = Object.hasOwn(table, operation) ? table[operation] : undefined;
      return handler === undefined ? undefined : (input, call) => handler(services, input as object, call);
    };
  const aws = createAwsHandler({
    services: {
      backup: bind(backupOperations),
      iam: bind(iamOperations),
      kms: bind(kmsOperations),
      organizations: bind(organizationsOperations),
      sts: bind(stsOperations),
    },
    credentials,
    machineClock: systemClock,
    serviceClock: clock,
    random,
    log,
  });
  return (request, response) => {
    const isOperator = request.url?.startsWith('/_crossvault/') === true;
    void (isOperator ? operator(request, response) : aws(request, response));
  };
}

function listen(server: Server, { host, port }: ServerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
