import { pino } from 'pino';
import { expect } from 'vitest';
import { type KeyWorld, openKeyWorld, REGION, rootOf, SOURCE } from '../../../../keys/testing/key-world.ts';
import type { Principal } from '../../../../model/principal.ts';
import { kmsOperations } from '../operations.ts';

export interface Caller {
  readonly principal?: Principal;
  readonly region?: string;
}

export interface KmsWorld extends KeyWorld {
  /** One operation, as the source account's root in the Region of the tests unless it says otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  run(operation: string, input?: object, caller?: Caller): Promise<any>;
  /** CreateKey; answers the metadata. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  createKey(input?: object): Promise<any>;
}

/** KMS's operations on a key service in memory. */
export async function openKmsWorld(): Promise<KmsWorld> {
  const world = await openKeyWorld();
  const log = pino({ level: 'silent' });
  const services = {
    ...world,
    machineClock: world.clock,
    log,
    wakeJobs: () => undefined,
    asOf: undefined,
    isDev: true,
  };
  const run: KmsWorld['run'] = (operation, input = {}, { principal = rootOf(SOURCE), region = REGION } = {}) =>
    kmsOperations[operation]!(services, input, {
      principal,
      region,
      requestId: 'request',
      sourceIp: '127.0.0.1',
      userAgent: 'test',
      isSecure: false,
      now: world.clock.now(),
    });
  return { ...world, run, createKey: async (input) => (await run('CreateKey', input)).KeyMetadata };
}

export const expectRefused = (promise: Promise<unknown>, code: string, message?: string) =>
  expect(promise).rejects.toMatchObject({ code, ...(message === undefined ? {} : { message }) });
