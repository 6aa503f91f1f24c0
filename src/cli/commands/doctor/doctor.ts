import type { Command } from 'commander';
import { copyCommand } from './copy.ts';
import { explainCommand } from './explain.ts';
import { fixCommand } from './fix.ts';
import { accountCommand, organizationCommand, planCommand } from './many.ts';
import { permissionsCommand } from './permissions.ts';

/** `crossvault doctor …` */
export function doctorCommand(program: Command): void {
  const doctor = program
    .command('doctor')
    .description('Why copies fail, before they do: every broken link, who must mend it, and how')
    .addHelpText(
      'after',
      '\nReads only; what it may not read it calls unknown, with the IAM action that it\nlacked.\n\nExit codes: 0 nothing stands in the way, 1 something does, 2 called wrongly,\n3 only what could not be read stands in the way, 69 something needed is missing.\n',
    );
  for (const add of [
    copyCommand,
    planCommand,
    accountCommand,
    organizationCommand,
    fixCommand,
    explainCommand,
    permissionsCommand,
  ]) {
    add(doctor);
  }
}
