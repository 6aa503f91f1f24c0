import type { Command } from 'commander';
import type { DoctorRequest } from '../../../doctor/sources.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';
import { checkCopyArns } from './copy-arns.ts';
import { reportOn } from './examine.ts';
import { type FixFlags, withFixFlag } from './fix-flag.ts';
import { printReport } from './print-report.ts';
import { type VoiceFlags, withVoiceFlags } from './report-flags.ts';
import { type SourceFlags, withSourceFlags } from './source-flags.ts';
import { withReading } from './with-reading.ts';

export interface CopyFlags {
  readonly recoveryPoint?: string;
  readonly destination?: string;
  readonly role?: string;
  readonly sourceVault?: string;
  readonly caller?: string;
  readonly retentionDays?: string;
  readonly job?: string;
}

/** Adds the flags that say which copy is meant. */
export function withCopyFlags(command: Command): Command {
  return command
    .option('--recovery-point <arn>', 'what shall be copied')
    .option('--destination <vault-arn>', 'the vault that shall receive the copy')
    .option('--role <arn>', 'the role that starts the copy (default: AWSBackupDefaultServiceRole of the account)')
    .option('--source-vault <name>', 'the vault that holds the recovery point, where that cannot be looked up')
    .option('--caller <role-arn>', 'the role that is going to call StartCopyJob, to look at its rights as well')
    .option('--retention-days <days>', 'DeleteAfterDays that the copy shall ask for (default: that of the source)')
    .option('--job <copy-job-id>', 'a copy job that has run: what happened, and what comes next');
}

/** `crossvault doctor copy` */
export function copyCommand(doctor: Command): void {
  const command = doctor.command('copy').description('One copy: will it work, and if not, every reason why not');
  withVoiceFlags(withFixFlag(withSourceFlags(withCopyFlags(command))))
    .addHelpText(
      'after',
      `
Examples:
  crossvault doctor copy --recovery-point arn:aws:backup:… \\
    --destination arn:aws:backup:eu-west-1:444455556666:backup-vault:offsite \\
    --profile-source prod --profile-destination backup --profile-management org
  crossvault doctor copy --job 47C8EF56-74D8-059D-1301-C5BE1D5C926E \\
    --profile-source prod
  crossvault doctor copy --facts case.json --fix terraform
`,
    )
    .action(async (flags: CopyFlags & SourceFlags & VoiceFlags & FixFlags) => {
      const request = copyRequest(flags);
      await withReading(flags, async (reading, now) => {
        printReport(await reportOn(reading, request, { ...flags, now }), flags);
      });
    });
}

/** What is asked: the job, the copy, or, with neither, all that the files tell by themselves. */
export function copyRequest(flags: CopyFlags & SourceFlags): DoctorRequest {
  const { recoveryPoint, destination, sourceVault, caller, retentionDays, job } = flags;
  if (job !== undefined) {
    if (recoveryPoint !== undefined || destination !== undefined)
      throw new CommandError(EXIT.usage, '--job names the copy already: leave --recovery-point and --destination out.');
    return { mode: 'job', copyJobId: job };
  }
  if (recoveryPoint === undefined && destination === undefined && flags.facts.length + flags.terraform.length > 0)
    return { mode: 'given' };
  if (recoveryPoint === undefined || destination === undefined)
    throw new CommandError(
      EXIT.usage,
      'Say which copy: --recovery-point and --destination, or --job, or a file with --facts or --terraform.',
    );
  checkCopyArns({ recoveryPoint, destination, ...(flags.role !== undefined && { role: flags.role }) });
  return {
    mode: 'copy',
    recoveryPointArn: recoveryPoint,
    destinationVaultArn: destination,
    roleArn: flags.role ?? defaultRole(recoveryPoint, flags),
    ...(sourceVault !== undefined && { sourceVaultName: sourceVault }),
    ...(caller !== undefined && { callerArn: caller }),
    ...(retentionDays !== undefined && { lifecycle: { deleteAfterDays: daysOf(retentionDays) } }),
  };
}

function defaultRole(recoveryPointArn: string, { devAccount }: SourceFlags): string {
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(recoveryPointArn)?.[1] ?? devAccount[0];
  if (account === undefined) {
    throw new CommandError(
      EXIT.usage,
      'Which role starts the copy? The recovery point does not tell the account: give --role.',
    );
  }
  return `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`;
}

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < -1 || days === 0 || days > 36_500)
    throw new CommandError(EXIT.usage, `--retention-days wants days from 1 to 36500, or -1; "${text}" is not that.`);
  return days;
}
