import type { GetCredentialReportResponse } from '@aws-sdk/client-iam';
import { reportNotPresent } from '../../../messages/iam.ts';
import { accountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

export const getCredentialReport: Operation<object, GetCredentialReportResponse> = async (services, _input, call) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'GetCredentialReport', resource: '*' });
  const { credential_report: report, credential_report_at: madeAt } = await services.records.read((db) =>
    accountSettings(db, account),
  );
  if (report === null || madeAt === null) throw reportNotPresent();
  return { Content: new TextEncoder().encode(report), ReportFormat: 'text/csv', GeneratedTime: new Date(madeAt) };
};
