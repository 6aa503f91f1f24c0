import type { UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findUnit, listUnitsUnder, renameUnit } from '../../../storage/records/organizational-units.ts';
import type { Operation } from '../operation.ts';
import { unitArn } from './arns.ts';
import { enter } from './enter.ts';
import { pathsIn } from './paths-in.ts';
import { toUnit } from './shapes.ts';

/** A unit can only be renamed. */
export const updateOrganizationalUnit: Operation<
  UpdateOrganizationalUnitRequest,
  UpdateOrganizationalUnitResponse
> = async (services, input, call) => {
  const { OrganizationalUnitId, Name } = input;
  const organization = await enter(services, call, {
    action: 'UpdateOrganizationalUnit',
    by: 'management',
    resource: (own) => unitArn(own, OrganizationalUnitId),
  });
  return services.records.write(async (db) => {
    const unit = await findUnit(db, organization.id, OrganizationalUnitId);
    if (!unit) throw messages.unitNotFound();
    const name = Name ?? unit.name;
    const siblings = await listUnitsUnder(db, unit.parent_id);
    if (siblings.some((other) => other.id !== unit.id && other.name === name)) throw messages.duplicateUnit();
    await renameUnit(db, unit.id, name);
    return { OrganizationalUnit: toUnit(organization, { ...unit, name }, await pathsIn(db, organization)) };
  });
};
