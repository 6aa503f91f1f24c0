import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BackupClient, DescribeRestoreJobCommand, StartRestoreJobCommand } from '@aws-sdk/client-backup';
import type { Command } from 'commander';
import { clientConfig } from '../aws-session.ts';
import { followJob, type JobView } from '../follow-job.ts';
import { type JobFlags, withJobFlags } from '../job-flags.ts';
import { roleOrDefault } from '../own-account.ts';
import { repeatable } from '../repeatable.ts';
import { secondsBetween } from '../seconds-between.ts';

interface RestoreFlags extends JobFlags {
  readonly recoveryPoint: string;
  readonly to?: string;
  readonly path: readonly string[];
}

/** `crossvault restore` */
export function restoreCommand(program: Command): void {
  withJobFlags(program.command('restore').description('Write a recovery point out as a new resource'))
    .requiredOption('--recovery-point <arn>', 'what to restore')
    .option('--to <path>', "where, on the server's host (default: below its data directory)")
    .addOption(repeatable('--path <path>', 'only this file or directory, from the root of the recovery point'))
    .addHelpText(
      'after',
      '\nExamples:\n  crossvault restore --recovery-point arn:aws:backup:… --to /srv/restored\n  crossvault restore --recovery-point arn:aws:backup:… --path /etc/hosts --path /srv\n',
    )
    .action(async (flags: RestoreFlags) => {
      const config = clientConfig(flags);
      const client = new BackupClient(config);
      const { RestoreJobId } = await client.send(
        new StartRestoreJobCommand({
          RecoveryPointArn: flags.recoveryPoint,
          IamRoleArn: await roleOrDefault(flags.role, config),
          Metadata: {
            ...(flags.to === undefined ? {} : { restoreTo: pathToFileURL(path.resolve(flags.to)).href }),
            ...(flags.path.length === 0 ? {} : { itemsToRestore: JSON.stringify(flags.path) }),
          },
        }),
      );
      await followJob(RestoreJobId!, { kind: 'restore', flags, describe: () => describe(client, RestoreJobId!) });
    });
}

async function describe(client: BackupClient, id: string): Promise<JobView> {
  const job = await client.send(new DescribeRestoreJobCommand({ RestoreJobId: id }));
  return {
    id,
    state: job.Status ?? 'PENDING',
    statusMessage: job.StatusMessage,
    sizeBytes: job.BackupSizeInBytes,
    seconds: secondsBetween(job.CreationDate, job.CompletionDate),
    made: job.CreatedResourceArn,
  };
}
