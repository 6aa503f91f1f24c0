import type {
  ListAWSServiceAccessForOrganizationRequest,
  ListAWSServiceAccessForOrganizationResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listServiceAccess } from '../../../storage/records/organization-services.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';

export const listAWSServiceAccessForOrganization: Operation<
  ListAWSServiceAccessForOrganizationRequest,
  ListAWSServiceAccessForOrganizationResponse
> = async (services, input, call) => {
  const entry = { action: 'ListAWSServiceAccessForOrganization', by: 'administrators' } as const;
  const { id, feature_set } = await enter(services, call, entry);
  if (feature_set !== 'ALL') throw messages.constraintViolation('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE');
  const all = await services.records.read((db) => listServiceAccess(db, id));
  const { rows, next } = pageOf(entry.action, all, input, (row) => row.service_principal);
  return {
    EnabledServicePrincipals: rows.map(({ service_principal, enabled_at }) => ({
      ServicePrincipal: service_principal,
      DateEnabled: new Date(enabled_at),
    })),
    ...next,
  };
};
