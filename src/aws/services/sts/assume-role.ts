import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import { issueSession } from '../../../access/issue-session.ts';
import { sessionOf } from '../../../access/role-principal.ts';
import * as messages from '../../../messages/sts.ts';
import { parseArn } from '../../../model/arn.ts';
import { callerArn, type Principal } from '../../../model/principal.ts';
import { findRoleByArn, type RoleRow } from '../../../storage/records/iam.ts';
import { deleteSessionsExpiredBefore } from '../../../storage/records/sessions.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { assumeRoleDenied, authorizeAssumeRole } from './authorize-assume-role.ts';
import { CHAINED_SESSION_SECONDS_MAX, EXPIRED_SESSION_KEPT_MS, ROLE_SESSION_SECONDS_DEFAULT } from './limits.ts';
import { packedSizePercent, readSessionPolicies } from './session-policies.ts';
import { readSessionTags, type SessionTags } from './session-tags.ts';
import { toCredentials } from './to-credentials.ts';

export const assumeRole: Operation<AssumeRoleRequest, AssumeRoleResponse> = async (services, input, call) => {
  const { principal } = call;
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined) throw messages.mfaFailed();
  if (principal.kind === 'root') throw messages.rootMayNotAssume();
  if (parseArn(input.RoleArn)?.service !== 'iam') throw messages.roleArnInvalid();
  const tags = readSessionTags(input, principal);
  const found = await services.records.read(async (db) => {
    const role = await findRoleByArn(db, input.RoleArn);
    return role && { role, tags: await tagsOf(db, role.arn) };
  });
  // Who may not take a role on does not learn whether it exists.
  if (found === undefined) throw assumeRoleDenied(call, { action: 'sts:AssumeRole', roleArn: input.RoleArn });
  await authorizeAssumeRole(services, call, { input, role: found.role, roleTags: found.tags, tags });
  const seconds = sessionSeconds(input, principal, found.role);
  const policies = await readSessionPolicies(services, input, found.role.account_id);
  const packedSize = packedSizePercent({ policy: input.Policy, tags: tags.all });
  const session = toSession(found.role, { input, call, tags, policies });
  const issued = await services.records.write(async (db) => {
    await deleteSessionsExpiredBefore(db, call.now - EXPIRED_SESSION_KEPT_MS);
    return issueSession(db, { ...services, now: call.now }, { principal: session, seconds });
  });
  return {
    Credentials: toCredentials(issued),
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: callerArn(session) },
    ...packedSize,
    ...(session.sourceIdentity !== undefined && { SourceIdentity: session.sourceIdentity }),
  };
};

/** Throws ValidationError where more is asked than the role, or a chain of roles, allows. */
function sessionSeconds(
  { DurationSeconds: asked }: Validated<AssumeRoleRequest>,
  principal: Principal,
  role: RoleRow,
): number {
  const seconds = asked ?? ROLE_SESSION_SECONDS_DEFAULT;
  if (principal.kind === 'role' && seconds > CHAINED_SESSION_SECONDS_MAX) throw messages.chainedSessionTooLong();
  if (seconds > role.max_session_seconds) throw messages.sessionLongerThanRoleAllows();
  return seconds;
}

interface SessionParts {
  readonly input: Validated<AssumeRoleRequest>;
  readonly call: Call;
  readonly tags: SessionTags;
  readonly policies: readonly string[];
}

function toSession(role: RoleRow, { input, call, tags, policies }: SessionParts): Principal {
  const sourceIdentity = call.principal.sourceIdentity ?? input.SourceIdentity;
  return {
    ...sessionOf(role, input.RoleSessionName),
    issuedAt: call.now,
    ...(policies.length > 0 && { sessionPolicies: policies }),
    ...(Object.keys(tags.all).length > 0 && { sessionTags: tags.all, transitiveTagKeys: tags.transitiveKeys }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  };
}
