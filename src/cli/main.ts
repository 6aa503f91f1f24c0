import { Command, CommanderError } from 'commander';
import { printable } from '../util/printable.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import { version } from './version.ts';
import { watchParent } from './watch-parent.ts';

/** In the order in which the help tells them. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  resource: async () => (await import('./commands/resource.ts')).resourceCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  copy: async () => (await import('./commands/copy.ts')).copyCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  prune: async () => (await import('./commands/prune.ts')).pruneCommand,
  recover: async () => (await import('./commands/recover.ts')).recoverCommand,
  freshness: async () => (await import('./commands/freshness.ts')).freshnessCommand,
  clock: async () => (await import('./commands/clock.ts')).clockCommand,
  doctor: async () => (await import('./commands/doctor/doctor.ts')).doctorCommand,
};

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

// Only the command that is asked for, where one is: a server would else hold the AWS clients of the others, some 20 MiB, and start later.
const asked = process.argv[2] ?? '';
const wanted = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
for (const name of wanted) (await commands[name]!())(program);
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
