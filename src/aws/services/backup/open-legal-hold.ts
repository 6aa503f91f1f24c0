import * as backup from '../../../messages/backup.ts';
import { printArn } from '../../../model/arn.ts';
import { partitionOf } from '../../../model/region.ts';
import { holdById, type LegalHoldRow } from '../../../storage/records/legal-holds.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeOn, resourceTags } from './vault-access.ts';

/** The ARN that a legal hold's id means for this caller; `*` for one that has no id yet. */
export const holdArnOf = ({ principal, region }: Call, id: string): string =>
  printArn({
    partition: partitionOf(region),
    service: 'backup',
    region,
    account: principal.account,
    resource: `legal-hold:${id}`,
  });

/** The legal hold, once the caller may do `action` with it. Throws ResourceNotFoundException where there is none. */
export async function openLegalHold(
  services: Services,
  call: Call,
  { action, id }: { action: string; id: string },
): Promise<LegalHoldRow> {
  const arn = holdArnOf(call, id);
  const { hold, tags } = await services.records.read(async (db) => ({
    hold: await holdById(db, id, call.now),
    tags: await tagsOf(db, arn),
  }));
  await authorizeOn(services, call, { action, resource: arn, context: resourceTags(tags) });
  if (hold?.arn !== arn) throw backup.holdNotFound(id);
  return hold;
}
