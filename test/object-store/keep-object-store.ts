import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type RadosGateway, startRadosGateway } from './rados-gateway.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with where the store of this run is, and starts it for the first that asks. */
    readonly objectStoreKeeper: string;
  }
}

/** Runs in vitest's own process: suites share one store, those that need none do not wait for it, and it ends with the run however that ends. */
export default async function keepObjectStore(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<RadosGateway> | undefined;
  const users = { made: 0 };
  const answer = async (route: string): Promise<object> => {
    started ??= startRadosGateway();
    const gateway = await started;
    if (!route.startsWith('/users?')) return gateway;
    users.made += 1;
    const bytesMax = Number(new URLSearchParams(route.slice('/users?'.length)).get('bytesMax'));
    return await gateway.addUser(`user-${users.made}`, bytesMax > 0 ? { bytesMax } : {});
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      (told) => response.end(JSON.stringify(told)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('objectStoreKeeper', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await (await started?.catch(() => undefined))?.close();
  };
}
