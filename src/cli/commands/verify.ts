import type { Command } from 'commander';
import { printSize } from '../../util/size.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { openTerminal, paint } from '../terminal.ts';

interface VerifyFlags extends OperatorFlags {
  readonly recoveryPoint: string;
  readonly output: string;
}

interface VerifyView {
  readonly chunks: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly damagedPacks: readonly string[];
  readonly illnesses: readonly { readonly kind: string; readonly where: string }[];
}

/** `crossvault verify` */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Read every byte of a recovery point, decrypt it and compare it with its hashes')
    .requiredOption('--recovery-point <arn>', 'what to verify')
    .option('--endpoint-url <url>', 'the server')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nExample:\n  crossvault verify --recovery-point arn:aws:backup:eu-west-1:111122223333:recovery-point:…\n',
    )
    .action(async (flags: VerifyFlags) => {
      const report = await callOperator<VerifyView>(flags, 'POST', 'verify', { recoveryPointArn: flags.recoveryPoint });
      const { chunks, bytes, illnesses, damagedPacks, seconds } = report;
      const read = `${chunks} chunks, ${printSize(bytes)} read in ${seconds.toFixed(1)} s`;
      const lines = illnesses.map(({ kind, where }) => `${paint('red', kind)}  ${where}`);
      openTerminal(flags.output).answer(
        report,
        illnesses.length === 0 ? [`${paint('green', 'sound')}  ${read}`] : [...lines, read, ...advice(damagedPacks)],
      );
      if (illnesses.length > 0)
        throw new CommandError(EXIT.finding, `${flags.recoveryPoint} is damaged in ${illnesses.length} places.`);
    });
}

function advice(damagedPacks: readonly string[]): string[] {
  if (damagedPacks.length === 0) return [];
  return [
    `packs noted as damaged: ${damagedPacks.length}. The next backup or copy into this vault stores again`,
    'what is in them, where it comes by the same bytes.',
  ];
}
