import type { Principal } from '../model/principal.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import type { Database } from '../storage/records/records.ts';
import { tagsOf } from '../storage/records/tags.ts';
import { organizationContext } from './organization-context.ts';

/** The condition keys of the moment. */
export const timeContext = (now: number): RequestContext => ({
  'aws:CurrentTime': new Date(now).toISOString(),
  'aws:EpochTime': String(Math.floor(now / 1000)),
});

/**
 * The condition keys that only the records can tell: organization and tags of the caller, organization of the resource. What a
 * session was tagged with goes before what its role is tagged with.
 */
export async function principalContext(
  db: Database,
  principal: Principal,
  resourceAccount: string,
): Promise<RequestContext> {
  return {
    ...(await organizationContext(db, 'Principal', principal.account)),
    ...(await organizationContext(db, 'Resource', resourceAccount)),
    ...(await principalTags(db, principal)),
    ...temporaryContext(principal),
    ...(principal.sourceIdentity !== undefined && { 'aws:SourceIdentity': principal.sourceIdentity }),
  };
}

async function principalTags(db: Database, principal: Principal): Promise<RequestContext> {
  if (principal.kind !== 'user' && principal.kind !== 'role') return {};
  const tags = { ...(await tagsOf(db, principal.arn)), ...principal.sessionTags };
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));
}

/**
 * Long-term keys have neither key; temporary ones tell when they were given out, and that no MFA device was asked: there is none here.
 * IAM User Guide, "AWS global condition context keys".
 */
function temporaryContext({ issuedAt }: Principal): RequestContext {
  if (issuedAt === undefined) return {};
  return { 'aws:TokenIssueTime': new Date(issuedAt).toISOString(), 'aws:MultiFactorAuthPresent': 'false' };
}
