import { BackupClient, DescribeCopyJobCommand, StartCopyJobCommand } from '@aws-sdk/client-backup';
import type { Command } from 'commander';
import { clientConfig } from '../aws-session.ts';
import { followJob, type JobView } from '../follow-job.ts';
import { type JobFlags, withJobFlags } from '../job-flags.ts';
import { roleOrDefault } from '../own-account.ts';
import { secondsBetween } from '../seconds-between.ts';

interface CopyFlags extends JobFlags {
  readonly recoveryPoint: string;
  readonly sourceVault: string;
  readonly destination: string;
}

/** `crossvault copy` */
export function copyCommand(program: Command): void {
  withJobFlags(
    program.command('copy').description('Copy a recovery point into another vault, of another account or Region'),
  )
    .requiredOption('--recovery-point <arn>', 'what to copy')
    .requiredOption('--source-vault <name>', 'the vault that holds it')
    .requiredOption('--destination <vault-arn>', 'the vault that receives the copy')
    .addHelpText(
      'after',
      '\nExample:\n  crossvault copy --recovery-point arn:aws:backup:… --source-vault daily \\\n    --destination arn:aws:backup:eu-west-1:444455556666:backup-vault:offsite\n',
    )
    .action(async (flags: CopyFlags) => {
      const config = clientConfig(flags);
      const client = new BackupClient(config);
      const { CopyJobId } = await client.send(
        new StartCopyJobCommand({
          RecoveryPointArn: flags.recoveryPoint,
          SourceBackupVaultName: flags.sourceVault,
          DestinationBackupVaultArn: flags.destination,
          IamRoleArn: await roleOrDefault(flags.role, config),
        }),
      );
      await followJob(CopyJobId!, { kind: 'copy', flags, describe: () => describe(client, CopyJobId!) });
    });
}

async function describe(client: BackupClient, id: string): Promise<JobView> {
  const { CopyJob: job } = await client.send(new DescribeCopyJobCommand({ CopyJobId: id }));
  return {
    id,
    state: job?.State ?? 'CREATED',
    statusMessage: job?.StatusMessage,
    sizeBytes: job?.BackupSizeInBytes,
    seconds: secondsBetween(job?.CreationDate, job?.CompletionDate),
    made: job?.DestinationRecoveryPointArn,
  };
}
