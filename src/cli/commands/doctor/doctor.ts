import type { Command } from 'commander';
import { explainCommand } from './explain.ts';

/** `crossvault doctor …` */
export function doctorCommand(program: Command): void {
  const doctor = program
    .command('doctor')
    .description('Why copies fail, before they do: every broken link, who must mend it, and how')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing stands in the way, 1 something does, 2 called wrongly, 3 only what could\nnot be read stands in the way, 69 something needed is missing.\n',
    );
  explainCommand(doctor);
}
