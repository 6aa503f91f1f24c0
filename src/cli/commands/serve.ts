import path from 'node:path';
import type { Command } from 'commander';
import {
  configFaults,
  DEFAULT_DATA_DIRECTORY,
  DEFAULT_LISTEN,
  parseListen,
  type ServerConfig,
} from '../../server/config.ts';
import { JOB_RECORDS_MIN_MS } from '../../server/limits.ts';
import { parseDuration } from '../../util/duration.ts';
import { type BlobsFlag, toBlobs, withBlobsFlag } from '../blobs-flag.ts';
import { type EventFlags, parseEventFlags, withEventFlags } from '../event-flags.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { type LimitFlags, toLimits, withLimitFlags } from '../limit-flags.ts';
import { repeatable } from '../repeatable.ts';
import { startOrExplain } from '../start-or-explain.ts';
import { paint } from '../terminal.ts';
import { untilStoppedOrLost } from '../until-stopped.ts';

interface ServeFlags extends LimitFlags, EventFlags, BlobsFlag {
  readonly data: string;
  readonly coldBlobs?: string;
  readonly listen: string;
  readonly dev?: boolean;
  readonly clock: string;
  readonly asOf?: string;
  readonly sourceRoot: string[];
  readonly log: string;
  readonly keepJobRecords: string;
}

/** `crossvault serve` */
export function serveCommand(program: Command): void {
  withBlobsFlag(withEventFlags(withLimitFlags(program.command('serve'))))
    .description('Run the server: AWS endpoint, operator API and job runner')
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--cold-blobs <dir>', 'where bytes in cold storage lie, below DIR/cold (default: the data directory)')
    .option('--listen <host:port>', 'address to listen on', DEFAULT_LISTEN)
    .option('--dev', 'accept twelve-digit access key ids as administrators (loopback only)')
    .option('--clock <kind>', 'real, or manual: time moves only by "crossvault clock advance"', 'real')
    .option('--as-of <date>', 'apply the feature matrix as it was on this date (2025-06-30)')
    .addOption(repeatable('--source-root <dir>', 'resources and restores may lie below DIR; repeatable (dev: /)'))
    .option('--keep-job-records <duration>', 'how long to keep records of ended jobs (lists show 30 days)', 'P400D')
    .option('--log <level>', 'silent, error, warn, info or debug', 'info')
    .addHelpText('after', '\nExample:\n  crossvault serve --dev --data /tmp/cv --clock manual\n')
    .action(async (flags: ServeFlags) => {
      const server = await startOrExplain(toConfig(flags));
      process.stderr.write(
        `${paint('bold', 'crossvault')} listens on ${server.url}${flags.dev ? ' (dev mode)' : ''}, data in ${path.resolve(flags.data)}\n`,
      );
      if (flags.eventLog !== undefined) process.on('SIGHUP', () => server.assembly.delivery.reopenLog());
      const lost = await untilStoppedOrLost(server.assembly);
      await server.close();
      if (lost !== undefined) throw lost;
    });
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

function toConfig(flags: ServeFlags): ServerConfig {
  const usage = (message: string): CommandError => new CommandError(EXIT.usage, message);
  const listen = parseListen(flags.listen);
  if (listen === undefined)
    throw usage(`--listen wants HOST:PORT, such as ${DEFAULT_LISTEN}; "${flags.listen}" is not that.`);
  if (flags.clock !== 'real' && flags.clock !== 'manual')
    throw usage(`--clock is real or manual, not "${flags.clock}".`);
  const logLevel = LOG_LEVELS.find((level) => level === flags.log);
  if (logLevel === undefined) throw usage(`--log is one of ${LOG_LEVELS.join(', ')}, not "${flags.log}".`);
  const config: ServerConfig = {
    dataDirectory: path.resolve(flags.data),
    ...(flags.coldBlobs === undefined ? {} : { coldDirectory: path.resolve(flags.coldBlobs) }),
    ...toBlobs(flags),
    ...listen,
    isDev: flags.dev === true,
    clock: flags.clock,
    asOf: flags.asOf === undefined ? undefined : parseDate(flags.asOf),
    rootKeyFile: process.env.CROSSVAULT_ROOT_KEY_FILE,
    sourceRoots:
      flags.sourceRoot.length > 0 ? flags.sourceRoot.map((root) => path.resolve(root)) : flags.dev ? ['/'] : [],
    keepJobRecordsMs: parseKeep(flags.keepJobRecords),
    ...parseEventFlags(flags),
    logLevel,
    limits: toLimits(flags),
    onNotice: (sentence) => process.stderr.write(`${paint('yellow', sentence)}\n`),
  };
  const [fault] = configFaults(config);
  if (fault !== undefined) throw usage(fault);
  return config;
}

function parseKeep(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined || ms < JOB_RECORDS_MIN_MS)
    throw new CommandError(
      EXIT.usage,
      `--keep-job-records wants a duration of at least 30 days, as AWS keeps them, such as P400D; "${text}" is not one.`,
    );
  return ms;
}

function parseDate(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms))
    throw new CommandError(EXIT.usage, `--as-of wants a date such as 2025-06-30; "${text}" is not one.`);
  return ms;
}
