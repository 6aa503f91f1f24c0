import type { DeleteOrganizationalUnitRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listMembersUnder } from '../../../storage/records/organization-members.ts';
import { deleteUnit, findUnit, listUnitsUnder } from '../../../storage/records/organizational-units.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { unitArn } from './arns.ts';
import { enter } from './enter.ts';

export const deleteOrganizationalUnit: Operation<DeleteOrganizationalUnitRequest, object> = async (
  services,
  input,
  call,
) => {
  const id = input.OrganizationalUnitId;
  const organization = await enter(services, call, {
    action: 'DeleteOrganizationalUnit',
    by: 'management',
    resource: (own) => unitArn(own, id),
  });
  await services.records.write(async (db) => {
    const unit = await findUnit(db, organization.id, id);
    if (!unit) throw messages.unitNotFound();
    const accounts = await listMembersUnder(db, id);
    const units = await listUnitsUnder(db, id);
    if (accounts.length + units.length > 0) throw messages.unitNotEmpty();
    await deleteUnit(db, unit);
    await removeAllTags(db, unitArn(organization, id));
  });
  return {};
};
