import type { Access, AccessQuestion } from '../../../../access/access.ts';
import { accessDenied } from '../../../../messages/access-denied.ts';
import { evaluate } from '../../../../policy/evaluate.ts';
import { openSqlite } from '../../../../storage/records/sqlite.ts';
import type { Call, Services } from '../../operation.ts';
import { organizationsOperations } from '../operations.ts';

export const MANAGEMENT = '111111111111';
export const OUTSIDER = '999999999999';
const ADMINISTRATOR = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});
export const T0 = Date.parse('2026-11-21T12:00:00Z');

/** Records in memory, an access that admits everybody and notes what it was asked, chance that repeats itself. */
export async function organizationsWorld() {
  const records = await openSqlite(':memory:');
  const asked: AccessQuestion[] = [];
  const denied = new Set<string>();
  let seed = 1;
  const access = {
    async authorize(question: AccessQuestion) {
      asked.push(question);
      if (!denied.has(question.action)) return;
      throw accessDenied({ caller: question.principal.arn, isOwnAccount: true, ...question });
    },
    async evaluate({ resourcePolicy, ...question }: AccessQuestion) {
      const identity = [{ origin: 'administrator', document: ADMINISTRATOR }];
      return evaluate(
        { ...question, context: question.context ?? {} },
        { identity, ...(resourcePolicy && { resource: resourcePolicy }) },
      );
    },
  } as Access;
  const random = {
    bytes: (count: number) =>
      Uint8Array.from({ length: count }, () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) >> 16),
  };
  const services = { records, access, random, clock: { now: () => T0 }, isDev: true } as unknown as Services;

  /** What the operation answers to an administrator of the account. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  async function ask(account: string, operation: string, input: object = {}, now = T0): Promise<any> {
    return organizationsOperations[operation]!(services, input, callOf(account, now));
  }
  return { records, services, asked, denied, ask };
}

export type OrganizationsWorld = Awaited<ReturnType<typeof organizationsWorld>>;

function callOf(account: string, now: number): Call {
  return {
    principal: { kind: 'user', account, arn: `arn:aws:iam::${account}:user/admin`, userId: 'AIDAADMINADMINADMIN' },
    region: 'us-east-1',
    requestId: 'request',
    sourceIp: '192.0.2.1',
    userAgent: 'test',
    isSecure: true,
    now,
  };
}
