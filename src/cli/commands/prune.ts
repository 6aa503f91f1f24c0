import type { Command } from 'commander';
import { printSize } from '../../util/size.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { openTerminal, paint } from '../terminal.ts';

interface PruneFlags extends OperatorFlags {
  readonly graceHours?: string;
  readonly output: string;
}

interface PruneView {
  readonly domains: readonly {
    readonly domainId: string;
    readonly vaultArn: string;
    readonly storageClass: 'WARM' | 'COLD';
    readonly refusal?: string;
    readonly report?: {
      readonly deletedBytes: number;
      readonly deletedManifests: number;
      readonly condemnedBytes: number;
      readonly condemnedManifests: number;
      readonly repackedBytes: number;
      readonly keptBytes: number;
      readonly keptManifests: number;
    };
  }[];
}

/** `crossvault prune` */
export function pruneCommand(program: Command): void {
  program
    .command('prune')
    .description('Free the space that only deleted recovery points used')
    .option('--grace-hours <hours>', 'delete only what was found unneeded at least so long ago (default: 24)')
    .option('--endpoint-url <url>', 'the server')
    .option('--data <dir>', "the server's data directory, for its operator token")
    .option('--output <kind>', 'text or json', 'text')
    .addHelpText(
      'after',
      '\nWhat is unneeded is marked first, and deleted by a run that comes after the\nhours of grace. Run it daily, or once with --grace-hours 0.\n\nExample:\n  crossvault prune --grace-hours 0\n',
    )
    .action(async (flags: PruneFlags) => {
      const body = flags.graceHours === undefined ? {} : { graceHours: Number(flags.graceHours) };
      const view = await callOperator<PruneView>(flags, 'POST', 'prune', body);
      openTerminal(flags.output).answer(view, view.domains.map(lineOf));
      const refused = view.domains.filter(({ refusal }) => refusal !== undefined).length;
      if (refused > 0)
        throw new CommandError(EXIT.finding, `${refused} of ${view.domains.length} were left as they are.`);
    });
}

function lineOf({ vaultArn, storageClass, report, refusal }: PruneView['domains'][number]): string {
  const place = storageClass === 'COLD' ? `${vaultArn}, cold storage` : vaultArn;
  if (refusal !== undefined) return `${paint('red', 'left as it is')}  ${place}: ${refusal}`;
  if (report === undefined) return `${place}: nothing stored`;
  const { condemnedBytes, condemnedManifests } = report;
  const waiting = condemnedManifests > 0 ? `, ${condemnedManifests} deleted recovery points` : '';
  const later =
    condemnedBytes > 0 || waiting !== '' ? ` (after the hours of grace ${printSize(condemnedBytes)}${waiting})` : '';
  const repacked = report.repackedBytes > 0 ? `, ${printSize(report.repackedBytes)} written anew` : '';
  const kept = `${report.keptManifests} recovery points use ${printSize(report.keptBytes)}`;
  return `${place}: ${printSize(report.deletedBytes)} freed${later}${repacked}; ${kept}`;
}
