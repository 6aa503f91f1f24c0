import type { Command } from 'commander';
import type { Proposal } from '../../../doctor/mend/collect-changes.ts';
import type { DoctorReading, DoctorRequest } from '../../../doctor/sources.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';
import { openTerminal, type Terminal } from '../../terminal.ts';
import { ask } from './ask.ts';
import { type CopyFlags, copyRequest, withCopyFlags } from './copy.ts';
import { examine, reportOn } from './examine.ts';
import { type ChangeState, FixVoice } from './fix-voice.ts';
import { pageOptions } from './page-options.ts';
import { exitCodeOf, printReport } from './print-report.ts';
import { type VoiceFlags, withVoiceFlags } from './report-flags.ts';
import { type SourceFlags, sourcesOf, withSourceFlags } from './source-flags.ts';
import { withReading } from './with-reading.ts';

interface FixFlags extends CopyFlags, SourceFlags, VoiceFlags {
  readonly plan?: string;
  readonly apply?: boolean;
  readonly yes?: boolean;
}

interface Outcome {
  readonly account: string;
  readonly name: string;
  readonly calls: readonly string[];
  readonly before: string | null;
  readonly after: string;
  readonly state: ChangeState;
  readonly reason?: string;
}

/** `crossvault doctor fix` */
export function fixCommand(doctor: Command): void {
  const command = doctor
    .command('fix')
    .description('Mend what stops a copy: shows each change, asks, writes it, and reads all again');
  withVoiceFlags(withSourceFlags(withCopyFlags(command)), ['text', 'json'])
    .option('--plan <plan-id>', 'mend what stops the copies of a whole plan instead')
    .option('--apply', 'write, change by change, each only after you said yes')
    .option('--yes', 'with --apply: say yes to all of them')
    .addHelpText(
      'after',
      `
Examples:
  crossvault doctor fix --job 47C8EF56-74D8-059D-1301-C5BE1D5C926E \\
    --profile-source prod
  crossvault doctor fix --recovery-point arn:aws:backup:… \\
    --destination arn:aws:backup:… \\
    --profile-source prod --profile-destination backup --apply

Without --apply nothing is written. Each account's change is written with the
profile that reads it.
`,
    )
    .action(fix);
}

async function fix(flags: FixFlags): Promise<void> {
  const { apply = false, yes = false, output } = flags;
  if (apply && !yes && process.stdin.isTTY !== true)
    throw new CommandError(EXIT.usage, 'Nobody can be asked here: --apply wants a terminal, or --yes.');
  if (flags.facts.length + flags.terraform.length > 0)
    throw new CommandError(EXIT.usage, 'fix mends live accounts; what stands in a file is mended in that file.');
  const request = flags.plan === undefined ? copyRequest(flags) : ({ mode: 'plan', planId: flags.plan } as const);
  const { live } = await sourcesOf(flags);
  const terminal = openTerminal(output);
  const [{ openHands }, { collectChanges }] = await Promise.all([
    import('../../../doctor/mend/hands.ts'),
    import('../../../doctor/mend/collect-changes.ts'),
  ]);
  const hands = await openHands(live!);
  const voice = new FixVoice(flags.lang, { terminal, width: pageOptions(flags).width });
  try {
    const outcomes: Outcome[] = [];
    await withReading(flags, async (reading) => {
      let number = 0;
      for await (const proposal of collectChanges(examine(reading, request, flags), hands)) {
        number += 1;
        const outcome = await carryOut(proposal, { number, voice, apply, yes });
        if (outcome !== undefined) outcomes.push(outcome);
      }
      if (number === 0) voice.say('fix.nothing');
    });
    if (outcomes.some(({ state }) => state === 'shown')) voice.say('fix.dry');
    if (outcomes.some(({ state }) => state === 'written')) voice.say('fix.after');
    // A new reading: nothing of what the first one knew holds any more.
    const { saveFacts: _once, ...again } = flags;
    await withReading(again, (reading, now) => conclude(reading, { now, flags, request, outcomes, terminal }));
  } finally {
    for (const hand of hands.values()) hand.close();
  }
}

async function conclude(
  reading: DoctorReading,
  {
    now,
    flags,
    request,
    outcomes,
    terminal,
  }: {
    now: number;
    flags: FixFlags;
    request: DoctorRequest;
    outcomes: readonly Outcome[];
    terminal: Terminal;
  },
): Promise<void> {
  const report = await reportOn(reading, request, { ...flags, fix: 'cli', now });
  if (terminal.isJson) {
    terminal.answer({ schema: 'crossvault.fix/1', changes: outcomes, report }, []);
    process.exitCode = exitCodeOf(report);
    return;
  }
  terminal.say();
  printReport(report, { ...flags, fix: 'cli' });
}

async function carryOut(
  proposal: Proposal,
  { number, voice, apply, yes }: { number: number; voice: FixVoice; apply: boolean; yes: boolean },
): Promise<Outcome | undefined> {
  if (proposal.kind !== 'change') {
    voice.tellUndone(proposal, number);
    return undefined;
  }
  const { account, change } = proposal;
  const { name, calls, before, after } = change;
  voice.show(proposal, number);
  const outcome = (state: ChangeState, reason?: string): Outcome => {
    voice.tellState(state, reason);
    return { account, name, calls, before, after, state, ...(reason === undefined ? {} : { reason }) };
  };
  if (!apply) return outcome('shown');
  if (!yes && !(await ask(voice.words('fix.ask')))) return outcome('skipped');
  try {
    await change.write();
    return outcome('written');
  } catch (error) {
    const { name: kind, message } = error as Error;
    return outcome('refused', kind === 'StaleError' ? voice.words('fix.stale') : `${kind}: ${message}`);
  }
}
