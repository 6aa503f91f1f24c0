import path from 'node:path';
import type { Command } from 'commander';
import { DEFAULT_DATA_DIRECTORY, type ServerConfig } from '../../server/config.ts';
import { type BlobsFlag, toBlobs, withBlobsFlag } from '../blobs-flag.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { assembleOrExplain } from '../start-or-explain.ts';
import { openTerminal, paint } from '../terminal.ts';

interface InitFlags extends BlobsFlag {
  readonly data: string;
  readonly output: string;
}

/** `crossvault init` */
export function initCommand(program: Command): void {
  withBlobsFlag(program.command('init'))
    .description('Make the first account and its administrator key, printed once (no server may be running)')
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText('after', '\nExample:\n  crossvault init --data /var/lib/crossvault\n')
    .action(async (flags: InitFlags) => {
      const { createFirstAccount } = await import('../../server/first-account.ts');
      const assembly = await assembleOrExplain(configFor(flags));
      try {
        const made = await createFirstAccount(assembly);
        if (made === undefined)
          throw new CommandError(
            EXIT.usage,
            `${flags.data} has accounts already; their administrators make further keys with IAM.`,
          );
        openTerminal(flags.output).answer(made, [
          `account            ${made.accountId}`,
          `user               ${made.userArn}`,
          `access key id      ${made.accessKeyId}`,
          `secret access key  ${made.secretAccessKey}`,
          '',
          'The secret is shown this once. Keep it, then run "crossvault serve".',
        ]);
      } finally {
        await assembly.close();
      }
    });
}

const configFor = (flags: InitFlags): ServerConfig => ({
  dataDirectory: path.resolve(flags.data),
  ...toBlobs(flags),
  host: '127.0.0.1',
  port: 0,
  isDev: false,
  clock: 'real',
  asOf: undefined,
  rootKeyFile: process.env.CROSSVAULT_ROOT_KEY_FILE,
  sourceRoots: [],
  logLevel: 'warn',
  onNotice: (sentence) => process.stderr.write(`${paint('yellow', sentence)}\n`),
});
