import type { CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { insertUnit, listUnits, listUnitsUnder, type UnitRow } from '../../../storage/records/organizational-units.ts';
import { containersAlongPath, type OrganizationRow, UNIT_DEPTH_MAX } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { targetArn, unitArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { hasContainer } from './find-place.ts';
import { UNITS_MAX } from './limits.ts';
import { newUnitId } from './new-ids.ts';
import { pathsIn } from './paths-in.ts';
import { toUnit } from './shapes.ts';

export const createOrganizationalUnit: Operation<
  CreateOrganizationalUnitRequest,
  CreateOrganizationalUnitResponse
> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'CreateOrganizationalUnit',
    by: 'management',
    resource: (own) => targetArn(own, input.ParentId),
    context: entryContext({ tags: input.Tags }),
  });
  const unit: UnitRow = {
    id: newUnitId(services.random, organization.root_id),
    organization_id: organization.id,
    parent_id: input.ParentId,
    name: input.Name,
    created_at: call.now,
  };
  return services.records.write(async (db) => {
    await requireRoom(db, organization, unit);
    await insertUnit(db, unit);
    await putTags(db, unitArn(organization, unit.id), acceptTags(input.Tags));
    return { OrganizationalUnit: toUnit(organization, unit, await pathsIn(db, organization)) };
  });
};

async function requireRoom(db: Database, organization: OrganizationRow, unit: UnitRow): Promise<void> {
  if (!(await hasContainer(db, organization, unit.parent_id))) throw messages.parentNotFound();
  const above = await containersAlongPath(db, unit.parent_id);
  if (above.length > UNIT_DEPTH_MAX) throw messages.constraintViolation('OU_DEPTH_LIMIT_EXCEEDED');
  const siblings = await listUnitsUnder(db, unit.parent_id);
  if (siblings.some(({ name }) => name === unit.name)) throw messages.duplicateUnit();
  const all = await listUnits(db, organization.id);
  if (all.length >= UNITS_MAX) throw messages.constraintViolation('OU_NUMBER_LIMIT_EXCEEDED');
}
