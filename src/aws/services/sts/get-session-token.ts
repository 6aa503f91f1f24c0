import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { issueSession } from '../../../access/issue-session.ts';
import * as messages from '../../../messages/sts.ts';
import { deleteSessionsExpiredBefore } from '../../../storage/records/sessions.ts';
import type { Operation } from '../operation.ts';
import { isLongTerm } from './is-long-term.ts';
import { EXPIRED_SESSION_KEPT_MS, ROOT_SESSION_SECONDS_MAX, USER_SESSION_SECONDS_DEFAULT } from './limits.ts';
import { toCredentials } from './to-credentials.ts';

/** Temporary credentials of the calling user itself. Asks for no permission; sessions of roles may not call it. */
export const getSessionToken: Operation<GetSessionTokenRequest, GetSessionTokenResponse> = async (
  services,
  input,
  { principal, now },
) => {
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined) throw messages.mfaFailed();
  if (!isLongTerm(principal)) throw messages.sessionMayNotGetSessionToken();
  const asked = input.DurationSeconds ?? USER_SESSION_SECONDS_DEFAULT;
  const seconds = principal.kind === 'root' ? Math.min(asked, ROOT_SESSION_SECONDS_MAX) : asked;
  const session = await services.records.write(async (db) => {
    await deleteSessionsExpiredBefore(db, now - EXPIRED_SESSION_KEPT_MS);
    return issueSession(
      db,
      { ...services, now },
      {
        principal: { ...principal, isTemporary: true, issuedAt: now },
        seconds,
      },
    );
  });
  return { Credentials: toCredentials(session) };
};
