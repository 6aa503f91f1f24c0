import type { Command } from 'commander';
import type { DoctorRequest } from '../../../doctor/sources.ts';
import { reportOn } from './examine.ts';
import { type FixFlags, withFixFlag } from './fix-flag.ts';
import { printReport } from './print-report.ts';
import { type VoiceFlags, withVoiceFlags } from './report-flags.ts';
import { type SourceFlags, withSourceFlags } from './source-flags.ts';
import { eventOf, type SupposeFlags, withSupposeFlags } from './suppose-flags.ts';
import { withReading } from './with-reading.ts';

type Flags = SourceFlags & VoiceFlags & FixFlags & SupposeFlags;

/** `crossvault doctor plan` */
export function planCommand(doctor: Command): void {
  const command = doctor
    .command('plan')
    .description('Every rule and copy action of a backup plan, over every resource that it selects')
    .argument('<plan-id>', 'BackupPlanId');
  withAll(command, 'crossvault doctor plan ID --profile-source prod --profile-destination safe').action(
    (planId: string, flags: Flags) => report({ mode: 'plan', planId }, flags),
  );
}

/** `crossvault doctor account` */
export function accountCommand(doctor: Command): void {
  const command = doctor
    .command('account')
    .description('Every copy out of and into an account that plans or past copy jobs tell of')
    .argument('<account-id>', 'twelve digits');
  withAll(command, 'crossvault doctor account 111122223333 --profile-source prod').action(
    (accountId: string, flags: Flags) => report({ mode: 'account', accountId }, flags),
  );
}

/** `crossvault doctor organization` */
export function organizationCommand(doctor: Command): void {
  const command = doctor
    .command('organization')
    .description('The same for all accounts that can be read: profiles, a facts file, Terraform plans');
  withAll(command, 'crossvault doctor organization --facts organization.json --output sarif').action((flags: Flags) =>
    report({ mode: 'organization' }, flags),
  );
}

const withAll = (command: Command, example: string): Command =>
  withVoiceFlags(withFixFlag(withSupposeFlags(withSourceFlags(command)))).addHelpText(
    'after',
    `\nExample:\n  ${example}\n`,
  );

async function report(request: DoctorRequest, flags: Flags): Promise<void> {
  await withReading(flags, async (reading, now) => {
    const event = eventOf(flags);
    printReport(await reportOn(reading, request, { ...flags, now, ...(event && { event }) }), flags);
  });
}
