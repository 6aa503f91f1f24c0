import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  BackupClient,
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  DescribeRestoreJobCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
  StartRestoreJobCommand,
} from '@aws-sdk/client-backup';
import { type Comparison, compareTrees } from '../../resources/compare-trees.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { printSize } from '../../util/size.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { openTerminal, paint } from '../terminal.ts';
import { jobReport } from './job-report.ts';
import { findOrRegister } from './register.ts';
import {
  DESTINATION,
  DESTINATION_VAULT,
  REGION,
  roleArn,
  SOURCE,
  SOURCE_VAULT,
  sdk,
  setStage,
  vaultArn,
} from './stage.ts';
import { waitFor } from './wait-for.ts';

const terminal = openTerminal('text');

/**
 * The product's main job before the reader's eyes: one directory, two accounts, two keys. Everything goes through the AWS API as a
 * foreign client would call it. Throws CommandError (exit code 1) where a job failed or the restored bytes differ.
 */
export async function runDemo({
  server,
  source,
  staysUp,
}: {
  server: RunningServer;
  source: string;
  staysUp: boolean;
}): Promise<void> {
  terminal.say(paint('bold', 'One copy, for real'));
  terminal.say();
  const stage = await setStage(server.url);
  step('organization', `${stage.organization}, cross-account backup on`);
  step('source', `account ${SOURCE}, vault ${SOURCE_VAULT}, key ${keyName(stage.sourceKey)}`);
  step('destination', `account ${DESTINATION}, vault ${DESTINATION_VAULT}, key ${keyName(stage.destinationKey)}`);
  terminal.say();
  const resourceArn = await findOrRegister(server.assembly, { source, account: SOURCE, region: REGION });
  const point = await backUp(server, source, resourceArn);
  const copy = await copyAcross(server, point);
  const restored = await restoreCopy(server, copy);
  await compare(server, source, restored);
  whatNext(server, { copy, point, restored, staysUp });
}

const keyName = (arn: string): string => arn.split('/').at(-1)!.slice(0, 8);
const step = (name: string, text: string): void => terminal.say(`  ${paint('cyan', name.padEnd(12))} ${text}`);

async function backUp({ url, assembly }: RunningServer, source: string, resourceArn: string): Promise<string> {
  const backup = new BackupClient(sdk(url, SOURCE));
  const { BackupJobId } = await backup.send(
    new StartBackupJobCommand({ BackupVaultName: SOURCE_VAULT, ResourceArn: resourceArn, IamRoleArn: roleArn(SOURCE) }),
  );
  const job = await waitFor(assembly, { label: 'backed up', id: BackupJobId!, terminal }, () =>
    backup.send(new DescribeBackupJobCommand({ BackupJobId })),
  );
  const report = await jobReport(assembly, 'backup', BackupJobId!);
  step(
    'backed up',
    `${source}: ${report.files} files, ${printSize(job.BackupSizeInBytes ?? 0)}${speed(job.BackupSizeInBytes, job.seconds)}`,
  );
  step('', `${printSize(Number(report.storedBytes))} added to the vault, sealed under the source key`);
  if (job.StatusMessage !== undefined) step('', paint('yellow', job.StatusMessage));
  return job.RecoveryPointArn!;
}

async function copyAcross({ url, assembly }: RunningServer, point: string): Promise<string> {
  const backup = new BackupClient(sdk(url, SOURCE));
  const { CopyJobId } = await backup.send(
    new StartCopyJobCommand({
      RecoveryPointArn: point,
      SourceBackupVaultName: SOURCE_VAULT,
      DestinationBackupVaultArn: vaultArn(DESTINATION, DESTINATION_VAULT),
      IamRoleArn: roleArn(SOURCE),
    }),
  );
  const job = await waitFor(assembly, { label: 'copied', id: CopyJobId!, terminal }, async () => {
    const { CopyJob } = await backup.send(new DescribeCopyJobCommand({ CopyJobId }));
    return CopyJob ?? {};
  });
  const report = await jobReport(assembly, 'copy', CopyJobId!);
  const [copied, reused] = [Number(report.copiedBytes), Number(report.reusedBytes)];
  step('copied', `${printSize(copied)} re-encrypted under the destination key${speed(copied, job.seconds)}`);
  if (reused > 0) step('', `${printSize(reused)} were there already from an earlier copy`);
  return job.DestinationRecoveryPointArn!;
}

async function restoreCopy({ url, assembly }: RunningServer, copy: string): Promise<string> {
  const backup = new BackupClient(sdk(url, DESTINATION));
  const target = path.join(assembly.jobContext.restoreRoot, 'demo');
  rmSync(target, { recursive: true, force: true });
  const { RestoreJobId } = await backup.send(
    new StartRestoreJobCommand({
      RecoveryPointArn: copy,
      IamRoleArn: roleArn(DESTINATION),
      Metadata: { restoreTo: pathToFileURL(target).href },
    }),
  );
  const job = await waitFor(assembly, { label: 'restored', id: RestoreJobId!, terminal }, async () => {
    const { Status, ...rest } = await backup.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    return { ...rest, State: Status };
  });
  step(
    'restored',
    `${printSize(job.BackupSizeInBytes ?? 0)} from the copy, in the destination account${speed(job.BackupSizeInBytes, job.seconds)}`,
  );
  if (job.StatusMessage !== undefined) step('', paint('yellow', job.StatusMessage));
  return target;
}

async function compare({ assembly }: RunningServer, source: string, restored: string): Promise<void> {
  const comparison = await compareTrees(source, restored, {
    excluded: assembly.jobContext.ownDirectories,
    ignore: process.getuid?.() === 0 ? [] : ['owner'],
  });
  if (!comparison.isSame) throw new CommandError(EXIT.finding, difference(comparison));
  step(
    'compared',
    paint('green', `${comparison.entries} names and ${printSize(comparison.bytes)}: identical, byte for byte`),
  );
}

function difference({ differences, differenceCount }: Comparison): string {
  const lines = differences
    .slice(0, 5)
    .map(({ path: where, aspect, first, second }) => `  ${where}: ${aspect} ${first} became ${second}`);
  return `the restored tree differs in ${differenceCount} places (did the source change meanwhile?)\n${lines.join('\n')}`;
}

function speed(bytes: number | undefined, seconds: number): string {
  return bytes === undefined || seconds < 0.05 ? '' : ` (${printSize(bytes / seconds)}/s)`;
}

function whatNext(
  { url }: RunningServer,
  { copy, point, restored, staysUp }: { copy: string; point: string; restored: string; staysUp: boolean },
): void {
  terminal.say();
  if (!staysUp) {
    terminal.say(`The restored tree is in ${path.relative('.', restored)}.`);
    terminal.say('Without --once the server stays up for your AWS clients.');
    return;
  }
  const lines = [
    `The server stays up at ${url}. Try, in another terminal:`,
    '',
    '  as() { AWS_ACCESS_KEY_ID=$1 AWS_SECRET_ACCESS_KEY=dev aws --region \\',
    `    ${REGION} --endpoint-url ${url} backup "\${@:2}"; }`,
    '',
    'See the copy in the destination account:',
    `  as ${DESTINATION} list-recovery-points-by-backup-vault \\`,
    `    --backup-vault-name ${DESTINATION_VAULT}`,
    'Break it: take the vault access policy away …',
    `  as ${DESTINATION} delete-backup-vault-access-policy \\`,
    `    --backup-vault-name ${DESTINATION_VAULT}`,
    '… copy again, and read in describe-copy-job what AWS would say:',
    `  as ${SOURCE} start-copy-job --source-backup-vault-name ${SOURCE_VAULT} \\`,
    `    --recovery-point-arn ${point} \\`,
    `    --destination-backup-vault-arn ${vaultArn(DESTINATION, DESTINATION_VAULT)} \\`,
    `    --iam-role-arn ${roleArn(SOURCE)}`,
    `  as ${SOURCE} list-copy-jobs --by-state FAILED`,
    '',
    `The copy is ${copy}`,
    'Ctrl-C stops the server.',
  ];
  for (const line of lines) terminal.say(line);
}
