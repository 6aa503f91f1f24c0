import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { RecoveredDomain } from '../../jobs/recover-vaults.ts';
import { DEFAULT_DATA_DIRECTORY, type ServerConfig } from '../../server/config.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { openTerminal, paint } from '../terminal.ts';

interface RecoverFlags {
  readonly data: string;
  readonly output: string;
}

/** `crossvault recover` */
export function recoverCommand(program: Command): void {
  program
    .command('recover')
    .description("Make the vaults' indexes anew from their packs (no server may be running)")
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nComes back: lost or broken index segments, whole, from the packs. Told: packs\nand recovery points that are damaged, and points that the records do not know.\nDoes not come back: records.sqlite. It holds the material of the customer\nkeys, without which vaults are unreadable; back it up with the folder keys/.\n\nExample:\n  crossvault recover --data /var/lib/crossvault\n',
    )
    .action(async (flags: RecoverFlags) => {
      if (!existsSync(path.join(flags.data, 'records.sqlite')))
        throw new CommandError(
          EXIT.missing,
          `${flags.data} has no records.sqlite. It holds the material of the customer keys: bring it back from a backup first.`,
        );
      const { assemble } = await import('../../server/assemble.ts');
      const { recoverVaults } = await import('../../jobs/recover-vaults.ts');
      const assembly = await assemble(configFor(flags.data));
      try {
        const domains = await recoverVaults(assembly.jobContext);
        openTerminal(flags.output).answer({ domains }, domains.flatMap(linesOf));
        const ill = domains.filter(({ report, refusal }) => refusal !== undefined || report?.illnesses.length);
        if (ill.length > 0) throw new CommandError(EXIT.finding, `${ill.length} of ${domains.length} are not whole.`);
      } finally {
        await assembly.close();
      }
    });
}

function linesOf({ vaultArn, report, refusal, unrecorded = [] }: RecoveredDomain): string[] {
  if (refusal !== undefined) return [`${paint('red', 'not opened')}  ${vaultArn}: ${refusal}`];
  if (report === undefined) return [`${vaultArn}: nothing stored`];
  const illnesses = report.illnesses.map(({ kind, where }) => `${paint('red', kind)}  ${where}`);
  const unknown = unrecorded.map(
    ({ manifestId, about }) => `not on record  ${about?.recoveryPointArn ?? manifestId}  ${about?.resourceArn ?? ''}`,
  );
  const summary = `${vaultArn}: ${report.manifests} recovery points, ${report.recoveredPacks} packs named again`;
  return [summary, ...illnesses, ...unknown];
}

const configFor = (data: string): ServerConfig => ({
  dataDirectory: path.resolve(data),
  host: '127.0.0.1',
  port: 0,
  isDev: false,
  clock: 'real',
  asOf: undefined,
  rootKeyFile: process.env.CROSSVAULT_ROOT_KEY_FILE,
  sourceRoots: [],
  logLevel: 'warn',
});
