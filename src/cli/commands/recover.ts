import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { hasBook, isBookNewer } from '../../jobs/book.ts';
import type { RecoveredRecords } from '../../jobs/recover-records.ts';
import type { RecoveredDomain } from '../../jobs/recover-vaults.ts';
import type { Assembly } from '../../server/assemble.ts';
import { DEFAULT_DATA_DIRECTORY, type ServerConfig } from '../../server/config.ts';
import { endRecovering, hasBookMark, isRecovering } from '../../storage/records/book-mark.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { recordsOlder } from '../start-or-explain.ts';
import { openTerminal, paint } from '../terminal.ts';

interface RecoverFlags {
  readonly data: string;
  readonly coldBlobs?: string;
  readonly output: string;
}

/** `crossvault recover` */
export function recoverCommand(program: Command): void {
  program
    .command('recover')
    .description('Make records that are lost anew, and the indexes of vaults (no server may be running)')
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--cold-blobs <dir>', 'where bytes in cold storage lie, as for serve (default: the data directory)')
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nRecords that are gone (records.sqlite) come back from their sealed copy among\nthe vaults, and recovery points that it does not know from the vaults. Needed:\nthe folder blobs/ and the root key. Not known afterwards: jobs that ran when the\nrecords were lost, changes since the copy (at most ten minutes old; keys and\nvaults are in it at once), sessions. Deleted recovery points whose bytes are\nstill there come back.\n\nLost or broken index segments come back whole, from the packs. Told: packs and\nrecovery points that are damaged, and points that the records do not know.\n\nExample:\n  crossvault recover --data /var/lib/crossvault\n',
    )
    .action(async (flags: RecoverFlags) => {
      requireSomething(flags.data);
      const { assemble } = await import('../../server/assemble.ts');
      const { recoverVaults, unknownDomains } = await import('../../jobs/recover-vaults.ts');
      const assembly = await assemble(configFor(flags));
      try {
        const records = await recoverLost(assembly, flags.data);
        const fromBook = await assembly.records.read(isRecovering);
        const domains = await recoverVaults(assembly.jobContext, { fromBook });
        const unknown = await unknownDomains(assembly.jobContext);
        await assembly.records.write(endRecovering);
        openTerminal(flags.output).answer({ records: records ?? null, domains, unknownDomains: unknown }, [
          ...(records === undefined ? [] : linesOfRecords(records)),
          ...domains.flatMap(linesOf),
          ...unknown.map((folder) => `${paint('red', 'unknown')}  ${folder}: the records know no vault of it`),
        ]);
        const ill = domains.filter(
          ({ report, refusal, gone }) => refusal !== undefined || report?.illnesses.length || gone?.length,
        );
        if (ill.length > 0 || unknown.length > 0)
          throw new CommandError(
            EXIT.finding,
            `${ill.length} of ${domains.length} are not whole, ${unknown.length} more are unknown.`,
          );
      } finally {
        await assembly.close();
      }
    });
}

/** A mistyped directory is not to become a new installation, nor a lost root key a new one. */
function requireSomething(data: string): void {
  const has = (...names: string[]): boolean => existsSync(path.join(data, ...names));
  if (!has('records.sqlite') && !has('blobs', 'book'))
    throw new CommandError(
      EXIT.missing,
      `${data} has neither records.sqlite nor a copy of the records among its vaults (blobs/book): there is nothing to recover from.`,
    );
  if (process.env['CROSSVAULT_ROOT_KEY_FILE'] === undefined && !has('keys', 'root'))
    throw new CommandError(
      EXIT.missing,
      `${data} has no root key (keys/root), without which nothing in it can be read. Bring the key back, or name its file in CROSSVAULT_ROOT_KEY_FILE.`,
    );
}

/** Nothing where the records are there. */
async function recoverLost(assembly: Assembly, data: string): Promise<RecoveredRecords | undefined> {
  if (await assembly.records.read(hasBookMark)) {
    if (await isBookNewer(assembly)) throw new CommandError(EXIT.missing, recordsOlder(data));
    return undefined;
  }
  if (!(await hasBook(assembly.blobs))) return undefined;
  const { recoverRecords } = await import('../../jobs/recover-records.ts');
  const records = await recoverRecords(assembly.jobContext);
  if (records !== undefined) return records;
  throw new CommandError(
    EXIT.missing,
    `No copy of the records in ${path.join(data, 'blobs', 'book')} opens with this root key: it is damaged, or the key is another one.`,
  );
}

function linesOfRecords({ bookAt, tables, leftOut }: RecoveredRecords): string[] {
  const count = (name: string): number => tables[name] ?? 0;
  const found = `accounts ${count('accounts')}, keys ${count('kms_keys')}, vaults ${count('vaults')}, resources ${count('resources')}, recovery points ${count('recovery_points')}`;
  const lost = leftOut.length === 0 ? [] : [`too large for the copy of the records: ${leftOut.join(', ')}`];
  return [`${paint('green', 'records')}  as of ${bookAt}: ${found}`, ...lost];
}

function linesOf(domain: RecoveredDomain): string[] {
  const {
    vaultArn,
    storageClass,
    report,
    refusal,
    added = [],
    gone = [],
    protectedGone = [],
    unrecorded = [],
  } = domain;
  const place = storageClass === 'COLD' ? `${vaultArn}, cold storage` : vaultArn;
  if (refusal !== undefined) return [`${paint('red', 'not opened')}  ${place}: ${refusal}`];
  if (report === undefined) return [`${place}: nothing stored`];
  const illnesses = report.illnesses.map(({ kind, where }) => `${paint('red', kind)}  ${where}`);
  const unknown = unrecorded.map(
    ({ manifestId, about }) => `not on record  ${about?.recoveryPointArn ?? manifestId}  ${about?.resourceArn ?? ''}`,
  );
  const summary = `${place}: ${report.manifests} recovery points, ${report.recoveredPacks} packs named again`;
  const back = added.map((arn) => `on record again  ${arn}`);
  const lost = gone.map((arn) => {
    const stays = protectedGone.includes(arn) ? '; it stays on record, since a lock or a hold protects it' : '';
    return `${paint('red', 'gone')}  ${arn}: its manifest is not in the vault${stays}`;
  });
  return [summary, ...illnesses, ...back, ...lost, ...unknown];
}

const configFor = ({ data, coldBlobs }: RecoverFlags): ServerConfig => ({
  dataDirectory: path.resolve(data),
  ...(coldBlobs === undefined ? {} : { coldDirectory: path.resolve(coldBlobs) }),
  host: '127.0.0.1',
  port: 0,
  isDev: false,
  clock: 'real',
  asOf: undefined,
  rootKeyFile: process.env.CROSSVAULT_ROOT_KEY_FILE,
  sourceRoots: [],
  logLevel: 'warn',
  recovers: true,
});
