import type { ListServerCertificatesRequest, ListServerCertificatesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** No account has any: server certificates cannot be uploaded here. Audits list them. */
export const listServerCertificates: Operation<ListServerCertificatesRequest, ListServerCertificatesResponse> = async (
  services,
  { PathPrefix: prefix = '/' },
  call,
) => {
  const resource = `arn:aws:iam::${call.principal.account}:server-certificate${prefix}*`;
  await authorizeIam(services, call, { action: 'ListServerCertificates', resource });
  return { ServerCertificateMetadataList: [], IsTruncated: false };
};
