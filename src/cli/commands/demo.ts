import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { DEFAULT_DATA_DIRECTORY, DEFAULT_LISTEN, parseListen } from '../../server/config.ts';
import { type BlobsFlag, toBlobs, withBlobsFlag } from '../blobs-flag.ts';
import { runDemo } from '../demo/run-demo.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { startOrExplain } from '../start-or-explain.ts';
import { paint } from '../terminal.ts';
import { untilStoppedOrLost } from '../until-stopped.ts';

interface DemoFlags extends BlobsFlag {
  readonly data: string;
  readonly listen: string;
  readonly source: string;
  readonly once?: boolean;
}

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** `crossvault demo` */
export function demoCommand(program: Command): void {
  withBlobsFlag(program.command('demo'))
    .description('Back up a directory, copy it into another account, restore and compare it')
    .addOption(new Option('--source <dir>', 'the directory').default(PROJECT, "the project's own working tree"))
    .option('--once', 'stop after the job instead of serving on')
    .option('--data <dir>', 'data directory', DEFAULT_DATA_DIRECTORY)
    .option('--listen <host:port>', 'address to listen on (with --once: any free port)', DEFAULT_LISTEN)
    .addHelpText('after', '\nExample:\n  crossvault demo --once --source /usr/share/doc\n')
    .action(async (flags: DemoFlags, command: Command) => {
      const listen = parseListen(flags.listen);
      if (listen === undefined)
        throw new CommandError(
          EXIT.usage,
          `--listen wants HOST:PORT, such as ${DEFAULT_LISTEN}; "${flags.listen}" is not that.`,
        );
      const isAnyPort = flags.once === true && command.getOptionValueSource('listen') === 'default';
      const server = await startOrExplain({
        dataDirectory: path.resolve(flags.data),
        ...toBlobs(flags),
        host: listen.host,
        port: isAnyPort ? 0 : listen.port,
        isDev: true,
        clock: 'real',
        asOf: undefined,
        rootKeyFile: process.env.CROSSVAULT_ROOT_KEY_FILE,
        sourceRoots: ['/'],
        logLevel: 'warn',
        onNotice: (sentence) => process.stderr.write(`${paint('yellow', sentence)}\n\n`),
      });
      try {
        await runDemo({ server, source: path.resolve(flags.source), staysUp: flags.once !== true });
        const lost = flags.once === true ? undefined : await untilStoppedOrLost(server.assembly);
        if (lost !== undefined) throw lost;
      } finally {
        await server.close();
      }
    });
}
