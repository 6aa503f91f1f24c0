import type { ExportBackupPlanTemplateInput, ExportBackupPlanTemplateOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { newestDocument, openPlan } from './plan-access.ts';
import { toTemplateShape } from './plan-shape.ts';

/** A plan's newest document as JSON text, which GetBackupPlanFromJSON reads. */
export const exportBackupPlanTemplate: Operation<
  ExportBackupPlanTemplateInput,
  ExportBackupPlanTemplateOutput
> = async (services, input, call) => {
  const plan = await openPlan(services, call, {
    action: 'backup:ExportBackupPlanTemplate',
    planId: input.BackupPlanId,
  });
  const document = await services.records.read((db) => newestDocument(db, plan));
  return { BackupPlanTemplateJson: JSON.stringify(toTemplateShape(document)) };
};
