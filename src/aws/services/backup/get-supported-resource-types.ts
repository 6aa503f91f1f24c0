import type { GetSupportedResourceTypesOutput } from '@aws-sdk/client-backup';
import { resourceTypes } from '../../../model/resource-type.ts';
import type { Operation } from '../operation.ts';
import { authorizeOnAll } from './vault-access.ts';

export const getSupportedResourceTypes: Operation<Record<string, never>, GetSupportedResourceTypesOutput> = async (
  services,
  _input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:GetSupportedResourceTypes');
  return { ResourceTypes: [...resourceTypes] };
};
