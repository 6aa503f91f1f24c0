import type {
  DescribeOrganizationalUnitRequest,
  DescribeOrganizationalUnitResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findUnit } from '../../../storage/records/organizational-units.ts';
import type { Operation } from '../operation.ts';
import { unitArn } from './arns.ts';
import { enter } from './enter.ts';
import { pathsIn } from './paths-in.ts';
import { toUnit } from './shapes.ts';

export const describeOrganizationalUnit: Operation<
  DescribeOrganizationalUnitRequest,
  DescribeOrganizationalUnitResponse
> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'DescribeOrganizationalUnit',
    by: 'administrators',
    resource: (own) => unitArn(own, input.OrganizationalUnitId),
  });
  return services.records.read(async (db) => {
    const unit = await findUnit(db, organization.id, input.OrganizationalUnitId);
    if (!unit) throw messages.unitNotFound();
    return { OrganizationalUnit: toUnit(organization, unit, await pathsIn(db, organization)) };
  });
};
