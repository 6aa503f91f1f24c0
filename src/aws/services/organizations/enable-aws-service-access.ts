import type { EnableAWSServiceAccessRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { enableServiceAccess } from '../../../storage/records/organization-services.ts';
import type { Operation } from '../operation.ts';
import { acceptServicePrincipal } from './accept-service-principal.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';

export const enableAWSServiceAccess: Operation<EnableAWSServiceAccessRequest, object> = async (
  services,
  input,
  call,
) => {
  const { id, feature_set } = await enter(services, call, {
    action: 'EnableAWSServiceAccess',
    by: 'management',
    context: entryContext({ servicePrincipal: input.ServicePrincipal }),
  });
  const service_principal = acceptServicePrincipal(input.ServicePrincipal);
  if (feature_set !== 'ALL') throw messages.constraintViolation('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE');
  await services.records.write((db) =>
    enableServiceAccess(db, { organization_id: id, service_principal, enabled_at: call.now }),
  );
  return {};
};
