import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import { managedDocuments } from '../../../access/gather-policies.ts';
import * as messages from '../../../messages/sts.ts';
import { parseArn } from '../../../model/arn.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import type { Services } from '../operation.ts';
import { SESSION_POLICY_SIZE_MAX } from './limits.ts';

/**
 * The documents that bound the session: one of its own and managed policies, as they stand now. Throws MalformedPolicyDocument for one
 * that is no policy or is not there.
 */
export async function readSessionPolicies(
  { records }: Services,
  { Policy: own, PolicyArns: managed = [] }: Pick<AssumeRoleRequest, 'Policy' | 'PolicyArns'>,
  account: string,
): Promise<readonly string[]> {
  if (own !== undefined && validatePolicyDocument(own, 'session').length > 0) throw messages.malformedSessionPolicy();
  const arns = managed.map(({ arn = '' }) => arn);
  const documents = await records.read((db) => managedDocuments(db, arns));
  const attached = arns.map((arn) => {
    const document = documents.get(arn);
    const owner = parseArn(arn)?.account;
    if (document === undefined || (owner !== 'aws' && owner !== account)) throw messages.sessionPolicyNotFound(arn);
    return document;
  });
  return [...(own === undefined ? [] : [own]), ...attached];
}

/**
 * How full the session's space for policies and tags is; nothing where it has none. Throws PackedPolicyTooLarge. INFERRED: AWS packs
 * before it counts and tells neither how nor how much fits; we count the policy's characters without white space.
 */
export function packedSizePercent({ policy, tags }: { policy: string | undefined; tags: Tags }): {
  PackedPolicySize?: number;
} {
  const own = policy?.replace(/\s/g, '') ?? '';
  const size = own.length + Object.entries(tags).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (size === 0) return {};
  const percent = Math.ceil((100 * size) / (2 * SESSION_POLICY_SIZE_MAX));
  if (percent > 100) throw messages.packedPolicyTooLarge(percent);
  return { PackedPolicySize: percent };
}
