import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { ClientConfig } from './aws-session.ts';

/** The role that a command uses when none is named: AWS Backup's default role in the caller's own account. */
export async function roleOrDefault(role: string | undefined, config: ClientConfig): Promise<string> {
  if (role !== undefined) return role;
  const { Account } = await new STSClient(config).send(new GetCallerIdentityCommand({}));
  return `arn:aws:iam::${Account}:role/service-role/AWSBackupDefaultServiceRole`;
}
