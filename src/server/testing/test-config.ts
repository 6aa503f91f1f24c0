import type { ServerConfig } from '../config.ts';

/** A server of a test's own on `dataDirectory`: in development mode, on a manual clock, with nothing to say. `change` is what the test wants otherwise. */
export function testConfig(dataDirectory: string, change: Partial<ServerConfig> = {}): ServerConfig {
  return {
    dataDirectory,
    host: '127.0.0.1',
    port: 0,
    isDev: true,
    clock: 'manual',
    asOf: undefined,
    rootKeyFile: undefined,
    sourceRoots: [],
    logLevel: 'silent',
    ...change,
  };
}
