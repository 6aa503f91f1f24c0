import { type AccessWorld, openAccessWorld } from '../../../../access/testing/access-world.ts';
import type { ServiceError } from '../../../../messages/service-error.ts';
import type { AccountId } from '../../../../model/account.ts';
import type { Principal } from '../../../../model/principal.ts';
import type { Call, OperationTable, Services } from '../../operation.ts';
import { stsOperations } from '../../sts/operations.ts';
import { iamOperations } from '../operations.ts';

/** Calls operations of IAM and STS as somebody, by name. For tests. */
export interface IamWorld extends AccessWorld {
  /** A twelve-digit account stands for its administrator. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever member it is about
  call(who: AccountId | Principal, operation: string, input?: object): Promise<any>;
  /** The error's code and sentence. */
  refusal(who: AccountId | Principal, operation: string, input?: object): Promise<string>;
}

export async function openIamWorld(): Promise<IamWorld> {
  const world = await openAccessWorld();
  const operations: OperationTable = { ...iamOperations, ...stsOperations };
  // Operations of IAM and STS touch nothing else of the services.
  const services = { ...world, isDev: true } as unknown as Services;

  async function call(who: AccountId | Principal, name: string, input: object = {}): Promise<unknown> {
    const principal = typeof who === 'string' ? await world.administrator(who) : who;
    const operation = operations[name];
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const request: Call = {
      principal,
      region: 'eu-central-1',
      requestId: 'request',
      sourceIp: '192.0.2.1',
      userAgent: 'test',
      isSecure: false,
      now: world.clock.now(),
    };
    return operation(services, input, request);
  }

  return {
    ...world,
    call,
    async refusal(who, operation, input) {
      const answer = await call(who, operation, input).catch((error: ServiceError) => error);
      if (!(answer instanceof Error)) throw new Error(`${operation} was not refused`);
      return `${(answer as ServiceError).code}: ${answer.message}`;
    },
  };
}
