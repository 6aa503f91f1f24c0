import type {
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listUnitsUnder } from '../../../storage/records/organizational-units.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { hasContainer } from './find-place.ts';
import { pageOf } from './page-of.ts';
import { pathsIn } from './paths-in.ts';
import { toUnit } from './shapes.ts';

export const listOrganizationalUnitsForParent: Operation<
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse
> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'ListOrganizationalUnitsForParent',
    by: 'administrators',
    resource: (own) => targetArn(own, input.ParentId),
  });
  const { all, paths } = await services.records.read(async (db) => {
    if (!(await hasContainer(db, organization, input.ParentId))) throw messages.parentNotFound();
    return { all: await listUnitsUnder(db, input.ParentId), paths: await pathsIn(db, organization) };
  });
  const { rows, next } = pageOf('ListOrganizationalUnitsForParent', all, input, (row) => row.id);
  return { OrganizationalUnits: rows.map((row) => toUnit(organization, row, paths)), ...next };
};
