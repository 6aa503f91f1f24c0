import type { ListSigningCertificatesRequest, ListSigningCertificatesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';

/** No user has any: signing certificates cannot be made here. Terraform asks before it deletes a user with `force_destroy`. */
export const listSigningCertificates: Operation<
  ListSigningCertificatesRequest,
  ListSigningCertificatesResponse
> = async (services, { UserName }, call) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'ListSigningCertificates', name });
  await services.records.read((db) => getUserRow(db, call, name));
  return { Certificates: [], IsTruncated: false };
};
