import type { ExportBackupPlanTemplateInput, ExportBackupPlanTemplateOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { newestDocument, openPlan } from './plan-access.ts';
import { toAdvancedSettings, toPlanShape } from './plan-shape.ts';

/** A plan's newest document as JSON text, which GetBackupPlanFromJSON reads. Rule ids belong to the plan and stay out. */
export const exportBackupPlanTemplate: Operation<
  ExportBackupPlanTemplateInput,
  ExportBackupPlanTemplateOutput
> = async (services, input, call) => {
  const plan = await openPlan(services, call, {
    action: 'backup:ExportBackupPlanTemplate',
    planId: input.BackupPlanId,
  });
  const document = await services.records.read((db) => newestDocument(db, plan));
  const { Rules = [], ...shape } = toPlanShape(document);
  const template = {
    ...shape,
    Rules: Rules.map((rule) => ({ ...rule, RuleId: undefined })),
    AdvancedBackupSettings: toAdvancedSettings(document),
  };
  return { BackupPlanTemplateJson: JSON.stringify(template) };
};
