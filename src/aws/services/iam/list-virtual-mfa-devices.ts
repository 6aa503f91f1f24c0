import type { ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** No account has any: MFA devices cannot be made here. Terraform asks before it deletes a user with `force_destroy`. */
export const listVirtualMFADevices: Operation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse> = async (
  services,
  _input,
  call,
) => {
  const resource = `arn:aws:iam::${call.principal.account}:mfa/*`;
  await authorizeIam(services, call, { action: 'ListVirtualMFADevices', resource });
  return { VirtualMFADevices: [], IsTruncated: false };
};
