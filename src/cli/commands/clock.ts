import type { Command } from 'commander';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { openTerminal } from '../terminal.ts';

interface ClockFlags extends OperatorFlags {
  readonly output: string;
}

interface ClockView {
  readonly kind: string;
  readonly now: string;
  /** While it is being moved. */
  readonly target?: string;
}

/** `crossvault clock show`, `crossvault clock advance P35D`, `crossvault clock to 2027-01-01` */
export function clockCommand(program: Command): void {
  const clock = program.command('clock').description("Show or move the server's clock");
  const withFlags = (command: Command): Command =>
    command
      .option('--endpoint-url <url>', 'the server')
      .option('--data <dir>', "the server's data directory, for its operator token")
      .option('--output <kind>', 'text or json', 'text');
  withFlags(clock.command('show').description('What time it is')).action(async (flags: ClockFlags) =>
    tell(flags, await callOperator<ClockView>(flags, 'GET', 'clock')),
  );
  withFlags(clock.command('advance <duration>').description('Move a manual clock forward: PT15M, P35D'))
    .addHelpText('after', '\nExample:\n  crossvault clock advance P35D\n')
    .action(async (duration: string, flags: ClockFlags) =>
      tell(flags, await callOperator<ClockView>(flags, 'POST', 'clock', { advance: duration })),
    );
  withFlags(clock.command('to <date>').description('Move a manual clock to a date: 2027-01-01, 2027-01-03T05:00:00Z'))
    .addHelpText('after', '\nExample:\n  crossvault clock to 2027-01-01T05:00:00Z\n')
    .action(async (to: string, flags: ClockFlags) =>
      tell(flags, await callOperator<ClockView>(flags, 'POST', 'clock', { to })),
    );
}

function tell(flags: ClockFlags, view: ClockView): void {
  openTerminal(flags.output).answer(view, [
    `${view.now} (${view.kind} clock${view.target === undefined ? '' : `, on its way to ${view.target}`})`,
  ]);
}
