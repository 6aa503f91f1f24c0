import { type Command, Option } from 'commander';
import { MEND_FORMS, type MendForm } from '../../../decision/mends/render-mend.ts';

export interface FixFlags {
  readonly fix: MendForm;
}

/** In which form mends are printed. */
export const withFixFlag = (command: Command): Command =>
  command.addOption(new Option('--fix <form>', 'the form of the mends').choices(MEND_FORMS).default('cli'));
