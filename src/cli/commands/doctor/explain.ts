import type { Command } from 'commander';
import { explainSentence } from '../../../decision/failures/explain-sentence.ts';
import { toReportedExplanation } from '../../../report/explanation.ts';
import { renderExplanation } from '../../../report/render-explanation.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';
import { openTerminal } from '../../terminal.ts';
import { messagesIn } from './messages-in.ts';
import { pageOptions } from './page-options.ts';
import { type VoiceFlags, withVoiceFlags } from './report-flags.ts';

/** `crossvault doctor explain` */
export function explainCommand(doctor: Command): void {
  withVoiceFlags(
    doctor
      .command('explain')
      .description(
        'What a message of AWS Backup means, its possible causes, and how to tell them apart; no credentials',
      )
      .argument(
        '<message>',
        'the StatusMessage; @FILE or - for a file or standard input with it, or with the job as JSON',
      ),
    ['text', 'json'],
  )
    .addHelpText(
      'after',
      '\nExamples:\n  crossvault doctor explain "Access Denied trying to call AWS Backup service"\n  aws backup describe-copy-job --copy-job-id … | crossvault doctor explain -\n\nExit codes: 0 the message is known, 3 it is not.\n',
    )
    .action(async (message: string, { lang, output, ascii = false }: VoiceFlags) => {
      const said = await messagesIn(message);
      const reports = said.map((each) => toReportedExplanation(explainSentence(each), lang));
      const options = pageOptions({ ascii });
      const lines = reports.flatMap((report, place) => [
        ...(place > 0 ? [''] : []),
        ...renderExplanation(report, options),
      ]);
      openTerminal(output).answer(reports.length === 1 ? reports[0] : reports, lines);
      const isKnown = reports.every(({ said, matches }) => said === '' || (matches[0] && matches[0].by !== 'likeness'));
      if (!isKnown) process.exitCode = EXIT.unknown;
      if (reports.length === 0) throw new CommandError(EXIT.usage, 'There is no job in what was given.');
    });
}
