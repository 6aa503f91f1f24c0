import type { GetFederationTokenRequest, GetFederationTokenResponse } from '@aws-sdk/client-sts';
import { issueSession } from '../../../access/issue-session.ts';
import { requestContext } from '../../../access/request-context.ts';
import * as messages from '../../../messages/sts.ts';
import type { Principal } from '../../../model/principal.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { deleteSessionsExpiredBefore } from '../../../storage/records/sessions.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { isLongTerm } from './is-long-term.ts';
import { EXPIRED_SESSION_KEPT_MS, ROOT_SESSION_SECONDS_MAX, USER_SESSION_SECONDS_DEFAULT } from './limits.ts';
import { packedSizePercent, readSessionPolicies } from './session-policies.ts';
import { readSessionTags, type SessionTags } from './session-tags.ts';
import { toCredentials } from './to-credentials.ts';

/**
 * Temporary credentials for somebody whom the calling user, or root, answers for: they may do what both the caller's policies and the
 * session's allow, and without session policies nothing but what a resource's policy gives them by name.
 */
export const getFederationToken: Operation<GetFederationTokenRequest, GetFederationTokenResponse> = async (
  services,
  input,
  call,
) => {
  const { principal, now } = call;
  if (!isLongTerm(principal)) throw messages.sessionMayNotGetFederationToken();
  const tags = readSessionTags(input, principal);
  const arn = `arn:aws:sts::${principal.account}:federated-user/${input.Name}`;
  await authorize(services, call, { arn, tags });
  const policies = await readSessionPolicies(services, input, principal.account);
  const packedSize = packedSizePercent({ policy: input.Policy, tags: tags.all });
  const session = toSession(call, { arn, name: input.Name, tags, policies });
  const asked = input.DurationSeconds ?? USER_SESSION_SECONDS_DEFAULT;
  const seconds = principal.kind === 'root' ? Math.min(asked, ROOT_SESSION_SECONDS_MAX) : asked;
  const issued = await services.records.write(async (db) => {
    await deleteSessionsExpiredBefore(db, now - EXPIRED_SESSION_KEPT_MS);
    return issueSession(db, { ...services, now }, { principal: session, seconds });
  });
  return {
    Credentials: toCredentials(issued),
    FederatedUser: { FederatedUserId: session.userId, Arn: arn },
    ...packedSize,
  };
};

/** Tagging the session is a right of its own. */
async function authorize(
  { access }: Services,
  call: Call,
  { arn, tags }: { arn: string; tags: SessionTags },
): Promise<void> {
  const keys = Object.keys(tags.all);
  const context: RequestContext = {
    ...requestContext(call),
    ...Object.fromEntries(Object.entries(tags.all).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    ...(keys.length > 0 && { 'aws:TagKeys': keys }),
  };
  for (const action of ['sts:GetFederationToken', ...(keys.length > 0 ? ['sts:TagSession'] : [])]) {
    const { principal } = call;
    await access.authorize({ principal, action, resource: arn, resourceAccount: principal.account, context });
  }
}

function toSession(
  { principal, now }: Call,
  parts: { arn: string; name: string; tags: SessionTags; policies: readonly string[] },
): Principal {
  return {
    kind: 'federated-user',
    account: principal.account,
    arn: parts.arn,
    userId: `${principal.account}:${parts.name}`,
    issuedAt: now,
    issuer: { kind: principal.kind === 'root' ? 'root' : 'user', arn: principal.arn, userId: principal.userId },
    ...(parts.policies.length > 0 && { sessionPolicies: parts.policies }),
    ...(Object.keys(parts.tags.all).length > 0 && { sessionTags: parts.tags.all }),
  };
}
