import type { Lifecycle } from './lifecycle.ts';

/** A plan to begin with: it has no vault yet, and so is no plan. */
export interface PlanTemplate {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly schedule: string; readonly lifecycle: Lifecycle }[];
}

const daily = { name: 'DailyBackups', schedule: 'cron(0 5 ? * * *)', lifecycle: { deleteAfterDays: 35 } };
const weekly = { name: 'WeeklyBackups', schedule: 'cron(0 5 ? * 7 *)', lifecycle: { deleteAfterDays: 90 } };
const monthly = (lifecycle: Lifecycle) => ({ name: 'MonthlyBackups', schedule: 'cron(0 5 1 * ? *)', lifecycle });

/**
 * The console's templates, in its order. The first is the example of the AWS CLI's reference, get-backup-plan-from-template, with its id; the
 * next two are as public Terraform modules have taken them over, the last follows from its name; their ids count on from the first, as the one
 * that a public listing shows does.
 */
export const planTemplates: readonly PlanTemplate[] = [
  { id: '87c0c1ef-254d-4180-8fef-2e76a2c38aaa', name: 'Daily-35day-Retention', rules: [daily] },
  {
    id: '87c0c1ef-254d-4180-8fef-2e76a2c38aab',
    name: 'Daily-Monthly-1yr-Retention',
    rules: [daily, monthly({ moveToColdAfterDays: 30, deleteAfterDays: 365 })],
  },
  {
    id: '87c0c1ef-254d-4180-8fef-2e76a2c38aac',
    name: 'Daily-Weekly-Monthly-5yr-Retention',
    rules: [daily, weekly, monthly({ moveToColdAfterDays: 90, deleteAfterDays: 1825 })],
  },
  {
    id: '87c0c1ef-254d-4180-8fef-2e76a2c38aad',
    name: 'Daily-Weekly-Monthly-7yr-Retention',
    rules: [daily, weekly, monthly({ moveToColdAfterDays: 90, deleteAfterDays: 2555 })],
  },
];
