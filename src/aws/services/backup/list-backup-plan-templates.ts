import type { ListBackupPlanTemplatesInput, ListBackupPlanTemplatesOutput } from '@aws-sdk/client-backup';
import { planTemplates } from '../../../model/plan-templates.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest } from './page-request.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** The plans to begin with, in the console's order. */
export const listBackupPlanTemplates: Operation<ListBackupPlanTemplatesInput, ListBackupPlanTemplatesOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:ListBackupPlanTemplates');
  const { limit, after } = parsePageRequest(input);
  const numbered = planTemplates.map((template, place) => ({ ...template, place }));
  const rest = numbered.filter(({ place }) => after === undefined || place > after.at);
  const { rows, nextToken } = cutPage(rest, limit, ({ place, id }) => [place, id]);
  return present<ListBackupPlanTemplatesOutput>({
    NextToken: nextToken,
    BackupPlanTemplatesList: rows.map(({ id, name }) => ({ BackupPlanTemplateId: id, BackupPlanTemplateName: name })),
  });
};
