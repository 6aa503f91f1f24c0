import { iamOperations } from '../aws/services/iam/operations.ts';
import type { Call } from '../aws/services/operation.ts';
import type { Principal } from '../model/principal.ts';
import { ensureAccount } from '../storage/records/accounts.ts';
import { randomString, randomUuid } from '../util/random.ts';
import type { Assembly } from './assemble.ts';

export interface FirstAccount {
  readonly accountId: string;
  readonly userArn: string;
  readonly accessKeyId: string;
  /** Told this once; the records keep it sealed. */
  readonly secretAccessKey: string;
}

/** The account from which all others come (by `organizations:CreateAccount`), with an administrator. Nothing where there are accounts already. */
export async function createFirstAccount({
  records,
  services,
  random,
  clock,
}: Assembly): Promise<FirstAccount | undefined> {
  const known = await records.read((db) => db.selectFrom('accounts').select('id').limit(1).executeTakeFirst());
  if (known !== undefined) return undefined;
  const accountId = randomString(random, { alphabet: '0123456789', count: 12 });
  await records.write((db) => ensureAccount(db, accountId, clock.now()));
  const root: Principal = {
    kind: 'root',
    account: accountId,
    arn: `arn:aws:iam::${accountId}:root`,
    userId: accountId,
  };
  const call: Call = {
    principal: root,
    region: 'us-east-1',
    requestId: randomUuid(random),
    sourceIp: '127.0.0.1',
    userAgent: 'crossvault init',
    isSecure: true,
    now: clock.now(),
  };
  // Made by the same operations that serve IAM, as the account's root: no second way to make a key.
  const run = async (operation: string, input: object): Promise<unknown> =>
    iamOperations[operation]?.(services, input, call);
  const { User } = (await run('CreateUser', { UserName: 'admin' })) as { User: { Arn: string } };
  await run('AttachUserPolicy', { UserName: 'admin', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' });
  const { AccessKey } = (await run('CreateAccessKey', { UserName: 'admin' })) as {
    AccessKey: { AccessKeyId: string; SecretAccessKey: string };
  };
  return {
    accountId,
    userArn: User.Arn,
    accessKeyId: AccessKey.AccessKeyId,
    secretAccessKey: AccessKey.SecretAccessKey,
  };
}
