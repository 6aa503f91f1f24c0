import { type Command, Option } from 'commander';
import { MEND_FORMS, type MendForm } from '../../../decision/mends/render-mend.ts';

export interface FixFlags {
  readonly fix: MendForm;
  readonly full?: boolean;
}

/** In which form mends are printed, and how much of it. */
export const withFixFlag = (command: Command): Command =>
  command
    .addOption(new Option('--fix <form>', 'the form of the mends').choices(MEND_FORMS).default('cli'))
    .option('--full', "as text: remarks with evidence and reasons, and AWS's documented mends as commands too");
