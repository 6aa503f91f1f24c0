import type { GenerateCredentialReportResponse } from '@aws-sdk/client-iam';
import { accountSettings, setAccountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { credentialReport } from './credential-report.ts';
import { CREDENTIAL_REPORT_KEPT_MS } from './limits.ts';

/** AWS works on a report for a while; here it is there at once. One that is younger than four hours is kept. */
export const generateCredentialReport: Operation<object, GenerateCredentialReportResponse> = async (
  services,
  _input,
  call,
) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'GenerateCredentialReport', resource: '*' });
  const isNew = await services.records.write(async (db) => {
    const { credential_report_at: madeAt } = await accountSettings(db, account);
    if (madeAt !== null && madeAt > call.now - CREDENTIAL_REPORT_KEPT_MS) return false;
    const report = await credentialReport(db, account);
    await setAccountSettings(db, account, { credential_report: report, credential_report_at: call.now });
    return true;
  });
  if (!isNew) return { State: 'COMPLETE' };
  return { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' };
};
