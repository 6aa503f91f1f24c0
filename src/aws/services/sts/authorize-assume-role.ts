import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import { requestContext } from '../../../access/request-context.ts';
import { accessDenied } from '../../../messages/access-denied.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import * as messages from '../../../messages/sts.ts';
import { parseArn } from '../../../model/arn.ts';
import { callerArn } from '../../../model/principal.ts';
import type { Evaluation, RequestContext } from '../../../policy/evaluation.ts';
import type { RoleRow } from '../../../storage/records/iam.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import type { Call, Services, Validated } from '../operation.ts';
import type { SessionTags } from './session-tags.ts';

export interface RoleToAssume {
  readonly input: Validated<AssumeRoleRequest>;
  readonly role: RoleRow;
  readonly roleTags: Tags;
  readonly tags: SessionTags;
}

/**
 * Asks the role's trust policy and the caller's own policies: within an account the trust policy may name the caller or leave it to the
 * account, across accounts both must allow. Tagging the session and naming a source identity are rights of their own. Throws AccessDenied.
 */
export async function authorizeAssumeRole(services: Services, call: Call, asked: RoleToAssume): Promise<void> {
  const { input, tags } = asked;
  const setsIdentity = input.SourceIdentity !== undefined;
  if (setsIdentity && (call.principal.sourceIdentity ?? input.SourceIdentity) !== input.SourceIdentity) {
    throw messages.sourceIdentityFixed();
  }
  const actions = [
    'sts:AssumeRole',
    ...(Object.keys(tags.all).length > 0 ? ['sts:TagSession'] : []),
    ...(setsIdentity || call.principal.sourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ];
  const context = contextOf(call, asked);
  for (const action of actions) {
    const evaluation = await services.access.evaluate({
      principal: call.principal,
      action,
      resource: asked.role.arn,
      resourceAccount: asked.role.account_id,
      context,
      resourcePolicy: {
        origin: `trust policy of ${asked.role.arn}`,
        document: asked.role.trust_policy,
        rules: 'trust',
      },
    });
    if (!evaluation.isAllowed) throw assumeRoleDenied(call, { action, roleArn: asked.role.arn, evaluation });
  }
}

/** STS tells a reason only where one of the caller's own documents denies outright; about the trust policy it keeps silent. */
export function assumeRoleDenied(
  { principal }: Call,
  { action, roleArn, evaluation }: { action: string; roleArn: string; evaluation?: Evaluation },
): ServiceError {
  const document = evaluation?.outcome === 'explicit-deny' ? evaluation.decidedBy : undefined;
  return accessDenied({
    caller: callerArn(principal),
    action,
    resource: roleArn,
    isOwnAccount: parseArn(roleArn)?.account === principal.account,
    ...(document !== undefined && document !== 'resource' && { reason: { document, isExplicit: true } }),
  });
}

function contextOf(call: Call, { input, roleTags, tags }: RoleToAssume): RequestContext {
  const { ExternalId: externalId, RoleSessionName: sessionName } = input;
  const sourceIdentity = call.principal.sourceIdentity ?? input.SourceIdentity;
  const tagKeys = Object.keys(tags.all);
  return {
    ...requestContext(call),
    'sts:RoleSessionName': sessionName,
    ...(externalId !== undefined && { 'sts:ExternalId': externalId }),
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': sourceIdentity }),
    ...prefixed('aws:ResourceTag/', roleTags),
    ...prefixed('iam:ResourceTag/', roleTags),
    ...prefixed('aws:RequestTag/', tags.all),
    ...(tagKeys.length > 0 && { 'aws:TagKeys': tagKeys }),
    ...(tags.transitiveKeys.length > 0 && { 'sts:TransitiveTagKeys': tags.transitiveKeys }),
  };
}

const prefixed = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [prefix + key, value]));
