import type { Command } from 'commander';
import type { SessionFlags } from './aws-session.ts';
import type { OperatorFlags } from './operator-client.ts';

/** Flags that every command which starts a job takes. */
export interface JobFlags extends SessionFlags, OperatorFlags {
  readonly role?: string;
  readonly output: string;
  readonly wait: boolean;
}

/** Adds the flags that mean what they mean in the AWS CLI. */
export function withSessionFlags(command: Command): Command {
  return command
    .option('--endpoint-url <url>', "the server (default: AWS_ENDPOINT_URL, else this machine's)")
    .option('--profile <name>', 'credentials from the AWS config files')
    .option('--region <name>', 'Region (default: AWS_REGION, else us-east-1)')
    .option('--account <id>', 'on a server in dev mode: act as the administrator of this account')
    .option('--output <kind>', 'text or json', 'text');
}

export function withJobFlags(command: Command): Command {
  return withSessionFlags(command)
    .option('--role <arn>', 'role that AWS Backup takes on (default: AWSBackupDefaultServiceRole)')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--no-wait', 'start the job and return');
}
