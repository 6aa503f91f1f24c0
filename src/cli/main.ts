import { Command, CommanderError } from 'commander';
import { printable } from '../util/printable.ts';
import { backupCommand } from './commands/backup.ts';
import { clockCommand } from './commands/clock.ts';
import { copyCommand } from './commands/copy.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor/doctor.ts';
import { freshnessCommand } from './commands/freshness.ts';
import { initCommand } from './commands/init.ts';
import { planCommand } from './commands/plan.ts';
import { pruneCommand } from './commands/prune.ts';
import { recoverCommand } from './commands/recover.ts';
import { resourceCommand } from './commands/resource.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import { version } from './version.ts';
import { watchParent } from './watch-parent.ts';

watchParent();

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

const program = new Command('crossvault')
  .description('Backups with a second copy in another account, under another key.')
  .version(version())
  .showHelpAfterError('Run with --help for the flags and an example.')
  .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 a job failed or a difference was found, 2 called wrongly\nor refused, 3 the doctor could not read enough, 69 something needed is missing.\n\nFirst steps:\n  crossvault demo                 a copy across two accounts, before your eyes\n  crossvault serve --dev          a server for your AWS clients',
  )
  .exitOverride();

for (const add of [
  serveCommand,
  demoCommand,
  initCommand,
  resourceCommand,
  backupCommand,
  copyCommand,
  restoreCommand,
  planCommand,
  verifyCommand,
  pruneCommand,
  recoverCommand,
  freshnessCommand,
  clockCommand,
  doctorCommand,
]) {
  add(program);
}
for (const command of program.commands) {
  command.exitOverride();
  for (const nested of command.commands) nested.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const failure = error instanceof CommandError ? error : explainFailure(error);
  process.stderr.write(`crossvault: ${printable(failure.message)}\n`);
  if (process.env.CROSSVAULT_DEBUG !== undefined) console.error(error);
  return failure.exitCode;
}
