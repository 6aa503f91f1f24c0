import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { hasBook, isBookNewer } from '../../jobs/book.ts';
import type { RecoveredRecords } from '../../jobs/recover-records.ts';
import type { RecoveredDomain } from '../../jobs/recover-vaults.ts';
import type { Assembly } from '../../server/assemble.ts';
import { DEFAULT_DATA_DIRECTORY, type ServerConfig } from '../../server/config.ts';
import { printS3Place } from '../../storage/blobs/s3/s3-place.ts';
import { endRecovering, hasBookMark, isRecovering } from '../../storage/records/book-mark.ts';
import { type BlobsFlag, toBlobs, withBlobsFlag } from '../blobs-flag.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { assembleOrExplain, recordsOlder } from '../start-or-explain.ts';
import { openTerminal, paint } from '../terminal.ts';

interface RecoverFlags extends BlobsFlag {
  readonly data: string;
  readonly coldBlobs?: string;
  readonly output: string;
}

/** `crossvault recover` */
export function recoverCommand(program: Command): void {
  withBlobsFlag(program.command('recover'))
    .description('Make records that are lost anew, and the indexes of vaults (no server may be running)')
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--cold-blobs <dir>', 'where bytes in cold storage lie, as for serve (default: the data directory)')
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nRecords that are gone (records.sqlite) come back from their sealed copy among\nthe vaults, and recovery points that it does not know from the vaults. Needed:\nthe folder blobs/ or the bucket of --blobs, and the root key. Not known afterwards: jobs that ran when the\nrecords were lost, changes since the copy (at most ten minutes old; keys and\nvaults are in it at once), sessions. Deleted recovery points whose bytes are\nstill there come back.\n\nLost or broken index segments come back whole, from the packs. Told: packs and\nrecovery points that are damaged, and points that the records do not know.\n\nExample:\n  crossvault recover --data /var/lib/crossvault\n  CROSSVAULT_ROOT_KEY_FILE=/root/key crossvault recover --data /srv/new \\\n    --blobs s3://my-bucket/crossvault\n',
    )
    .action(async (flags: RecoverFlags) => {
      const config = configFor(flags);
      requireSomething(config);
      const { recoverVaults, unknownDomains } = await import('../../jobs/recover-vaults.ts');
      const assembly = await assembleOrExplain(config);
      try {
        const records = await recoverLost(assembly, config);
        const fromBook = await assembly.records.read(isRecovering);
        const domains = await recoverVaults(assembly.jobContext, { fromBook });
        const unknown = await unknownDomains(assembly.jobContext);
        await assembly.records.write(endRecovering);
        await assembly.adoptBlobs();
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
function requireSomething({ dataDirectory: data, blobs }: ServerConfig): void {
  const has = (...names: string[]): boolean => existsSync(path.join(data, ...names));
  if (blobs === undefined && !has('records.sqlite') && !has('blobs', 'book'))
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
async function recoverLost(assembly: Assembly, config: ServerConfig): Promise<RecoveredRecords | undefined> {
  const book = `${blobsOf(config)}/book`;
  if (await assembly.records.read(hasBookMark)) {
    if (await isBookNewer(assembly)) throw new CommandError(EXIT.missing, recordsOlder(config));
    return undefined;
  }
  if (!(await hasBook(assembly.blobs))) {
    if (config.blobs === undefined) return undefined;
    throw new CommandError(
      EXIT.missing,
      `There is no copy of the records in ${book}: there is nothing to recover from.`,
    );
  }
  const { recoverRecords } = await import('../../jobs/recover-records.ts');
  const records = await recoverRecords(assembly.jobContext);
  if (records !== undefined) return records;
  throw new CommandError(
    EXIT.missing,
    `No copy of the records in ${book} opens with this root key: it is damaged, or the key is another one.`,
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

/** Where the blobs are, for people. */
const blobsOf = ({ dataDirectory, blobs }: ServerConfig): string =>
  blobs === undefined ? path.join(dataDirectory, 'blobs') : printS3Place(blobs);

const configFor = ({ data, coldBlobs, blobs }: RecoverFlags): ServerConfig => ({
  dataDirectory: path.resolve(data),
  ...toBlobs({ ...(blobs !== undefined && { blobs }) }),
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
