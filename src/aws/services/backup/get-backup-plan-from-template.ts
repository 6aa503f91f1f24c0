import type {
  BackupRule,
  GetBackupPlanFromTemplateInput,
  GetBackupPlanFromTemplateOutput,
} from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { planTemplates } from '../../../model/plan-templates.ts';
import type { Operation } from '../operation.ts';
import { toLifecycleShape } from './lifecycle-shape.ts';
import { START_WINDOW_MINUTES_DEFAULT } from './limits.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** A template's rules. They have no vault and the plan has no name: whoever makes a plan of it adds both. */
export const getBackupPlanFromTemplate: Operation<
  GetBackupPlanFromTemplateInput,
  GetBackupPlanFromTemplateOutput
> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:GetBackupPlanFromTemplate');
  const template = planTemplates.find(({ id }) => id === input.BackupPlanTemplateId);
  if (template === undefined) throw backup.planTemplateNotFound(input.BackupPlanTemplateId);
  const Rules = template.rules.map(({ name, schedule, lifecycle }) =>
    present<Partial<BackupRule>>({
      RuleName: name,
      ScheduleExpression: schedule,
      StartWindowMinutes: START_WINDOW_MINUTES_DEFAULT,
      Lifecycle: toLifecycleShape(lifecycle),
    }),
  );
  // The model wants a name of the plan and a vault of each rule; AWS's own example answers neither.
  return { BackupPlanDocument: { Rules: Rules as BackupRule[], BackupPlanName: undefined } };
};
