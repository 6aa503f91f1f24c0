import { BackupClient, DescribeBackupJobCommand, StartBackupJobCommand } from '@aws-sdk/client-backup';
import type { Command } from 'commander';
import { clientConfig } from '../aws-session.ts';
import { followJob, type JobView } from '../follow-job.ts';
import { type JobFlags, withJobFlags } from '../job-flags.ts';
import { roleOrDefault } from '../own-account.ts';
import { secondsBetween } from '../seconds-between.ts';

interface BackupFlags extends JobFlags {
  readonly resource: string;
  readonly vault: string;
}

/** `crossvault backup` */
export function backupCommand(program: Command): void {
  withJobFlags(program.command('backup').description('Back up a protected resource into a vault'))
    .requiredOption('--resource <arn>', 'what to back up; "crossvault resource list" tells')
    .requiredOption('--vault <name>', 'backup vault of the same account and Region')
    .addHelpText('after', '\nExample:\n  crossvault backup --resource arn:aws:elasticfilesystem:… --vault daily\n')
    .action(async (flags: BackupFlags) => {
      const config = clientConfig(flags);
      const client = new BackupClient(config);
      const { BackupJobId } = await client.send(
        new StartBackupJobCommand({
          BackupVaultName: flags.vault,
          ResourceArn: flags.resource,
          IamRoleArn: await roleOrDefault(flags.role, config),
        }),
      );
      await followJob(BackupJobId!, { kind: 'backup', flags, describe: () => describe(client, BackupJobId!) });
    });
}

async function describe(client: BackupClient, id: string): Promise<JobView> {
  const job = await client.send(new DescribeBackupJobCommand({ BackupJobId: id }));
  return {
    id,
    state: job.State ?? 'CREATED',
    statusMessage: job.StatusMessage,
    sizeBytes: job.BackupSizeInBytes,
    seconds: secondsBetween(job.CreationDate, job.CompletionDate),
    made: job.RecoveryPointArn,
  };
}
