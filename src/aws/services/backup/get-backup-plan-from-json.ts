import type { BackupPlanInput, GetBackupPlanFromJSONInput, GetBackupPlanFromJSONOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { ServiceError } from '../../../messages/service-error.ts';
import { backup as model } from '../../api/generated/backup.ts';
import { backupConstraints as constraints } from '../../api/generated/constraints-backup.ts';
import { decodeJsonMembers, parseJsonObject } from '../../wire/json-values.ts';
import { validateInput } from '../../wire/validate-input.ts';
import type { Operation } from '../operation.ts';
import { acceptPlan } from './accept-plan.ts';
import { PLAN_TEMPLATE_LENGTH_MAX } from './limits.ts';
import { toTemplateShape } from './plan-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/**
 * Reads a plan document, as ExportBackupPlanTemplate writes them, and answers the plan that it would be. Nothing is stored, so that its
 * rules have no ids.
 */
export const getBackupPlanFromJSON: Operation<GetBackupPlanFromJSONInput, GetBackupPlanFromJSONOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:GetBackupPlanFromJSON');
  const plan = acceptPlan(parseTemplate(input.BackupPlanTemplateJson), services);
  return { BackupPlan: toTemplateShape(plan) };
};

/** A document in the members of the API, checked against its model. Throws InvalidRequestException for anything else. */
function parseTemplate(text: string): BackupPlanInput {
  if (text.length > PLAN_TEMPLATE_LENGTH_MAX) throw backup.planTemplateInvalid('It is too long.');
  try {
    const fields = parseJsonObject(new TextEncoder().encode(text), model.protocol);
    const { members } = model.structures.BackupPlanInput!;
    const shape = decodeJsonMembers(fields, members, { model, depth: 0 });
    validateInput(shape, {
      structure: 'BackupPlanInput',
      rules: { model, constraints },
    });
    return shape as unknown as BackupPlanInput;
  } catch (error) {
    if (error instanceof ServiceError) throw backup.planTemplateInvalid(error.message);
    throw error;
  }
}
