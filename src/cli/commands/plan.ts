import {
  BackupClient,
  type BackupPlan,
  type BackupPlansListMember,
  GetBackupPlanCommand,
  type GetBackupPlanOutput,
  paginateListBackupPlans,
  paginateListBackupSelections,
} from '@aws-sdk/client-backup';
import type { Command } from 'commander';
import { clientConfig, type SessionFlags } from '../aws-session.ts';
import { withSessionFlags } from '../job-flags.ts';
import { openTerminal, table } from '../terminal.ts';
import { addPlanRun } from './plan-run.ts';
import { addPlanSimulate } from './plan-simulate.ts';

interface PlanFlags extends SessionFlags {
  readonly output: string;
}

/** `crossvault plan list | show | run | simulate` */
export function planCommand(program: Command): void {
  const plan = program.command('plan').description('Backup plans: what runs when, and a run right now');
  withSessionFlags(plan.command('list').description('The plans of the account in the Region, each with its next run'))
    .addHelpText('after', '\nExample:\n  crossvault plan list --account 111122223333 --region eu-west-1\n')
    .action(list);
  withSessionFlags(plan.command('show <plan-id>').description('A plan with its rules, selections and next runs'))
    .option('--runs <count>', 'how many of its next runs, up to 10', '5')
    .addHelpText('after', '\nExample:\n  crossvault plan show 8f81f553-3a74-4a3f-b93d-b3360dc80c50\n')
    .action(show);
  addPlanRun(plan);
  addPlanSimulate(plan);
}

async function list(flags: PlanFlags): Promise<void> {
  const client = new BackupClient(clientConfig(flags));
  const plans: BackupPlansListMember[] = [];
  for await (const { BackupPlansList = [] } of paginateListBackupPlans({ client }, {})) plans.push(...BackupPlansList);
  const views = await Promise.all(
    plans.map(async (plan) => {
      const next = await preview(client, plan.BackupPlanId!, 1);
      return { ...plan, NextExecutionDate: next.ScheduledRunsPreview?.[0]?.ExecutionTime };
    }),
  );
  const rows = views.map((plan) => [
    plan.BackupPlanName ?? '',
    printDate(plan.LastExecutionDate),
    printDate(plan.NextExecutionDate),
    plan.BackupPlanId ?? '',
  ]);
  openTerminal(flags.output).answer(
    views,
    rows.length === 0 ? ['No plans.'] : table(['NAME', 'LAST RUN', 'NEXT RUN', 'ID'], rows),
  );
}

async function show(planId: string, flags: PlanFlags & { readonly runs: string }): Promise<void> {
  const client = new BackupClient(clientConfig(flags));
  const answer = await preview(client, planId, Math.min(10, Math.max(1, Number(flags.runs) || 5)));
  const selections = [];
  for await (const page of paginateListBackupSelections({ client }, { BackupPlanId: planId }))
    selections.push(...(page.BackupSelectionsList ?? []));
  const view = { ...answer, $metadata: undefined, BackupSelections: selections };
  openTerminal(flags.output).answer(view, [
    ...describe(answer),
    '',
    ...table(
      ['SELECTION', 'ROLE', 'ID'],
      selections.map((one) => [one.SelectionName ?? '', one.IamRoleArn ?? '', one.SelectionId ?? '']),
    ),
  ]);
}

const preview = (client: BackupClient, BackupPlanId: string, runs: number): Promise<GetBackupPlanOutput> =>
  client.send(new GetBackupPlanCommand({ BackupPlanId, MaxScheduledRunsPreview: runs }));

function describe({ BackupPlan: plan, ScheduledRunsPreview: runs = [], ...facts }: GetBackupPlanOutput): string[] {
  const rules = plan?.Rules ?? [];
  const nameOf = (ruleId: string | undefined) => rules.find(({ RuleId }) => RuleId === ruleId)?.RuleName ?? '';
  return [
    `${plan?.BackupPlanName}  ${facts.BackupPlanId}  last run: ${printDate(facts.LastExecutionDate)}`,
    '',
    ...table(['RULE', 'SCHEDULE', 'ZONE', 'VAULT', 'KEPT', 'COPIES'], rules.map(ruleRow)),
    '',
    ...table(
      ['NEXT RUN', 'RULE'],
      runs.map(({ ExecutionTime, RuleId }) => [printDate(ExecutionTime), nameOf(RuleId)]),
    ),
  ];
}

function ruleRow(rule: NonNullable<BackupPlan['Rules']>[number]): string[] {
  const days = rule.Lifecycle?.DeleteAfterDays;
  return [
    rule.RuleName ?? '',
    rule.ScheduleExpression ?? '',
    rule.ScheduleExpressionTimezone ?? '',
    rule.TargetBackupVaultName ?? '',
    days === undefined || days === -1 ? 'for ever' : `${days} days`,
    String(rule.CopyActions?.length ?? 0),
  ];
}

const printDate = (date: Date | undefined): string => date?.toISOString().replace(/(:00)?\.\d+Z/, 'Z') ?? '-';
