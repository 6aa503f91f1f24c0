import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { ClientConfig } from './aws-session.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** The account of the caller's credentials, as the server knows it. */
export async function ownAccount(config: ClientConfig): Promise<string> {
  const { Account } = await new STSClient(config).send(new GetCallerIdentityCommand({}));
  if (Account === undefined)
    throw new CommandError(EXIT.finding, 'The server did not say whose credentials these are.');
  return Account;
}

/** The role that a command uses when none is named: AWS Backup's default role in the caller's own account. */
export async function roleOrDefault(role: string | undefined, config: ClientConfig): Promise<string> {
  return role ?? `arn:aws:iam::${await ownAccount(config)}:role/service-role/AWSBackupDefaultServiceRole`;
}
