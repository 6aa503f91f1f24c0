import { invalidPrincipal, quotaExceeded } from '../../../messages/iam.ts';
import * as messages from '../../../messages/iam-policy.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import { parsePolicyDocument } from '../../../policy/document.ts';
import type { Finding } from '../../../policy/finding.ts';
import type { PrincipalPattern } from '../../../policy/matching/principal.ts';
import { principalsOf } from '../../../policy/principals-of.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import { principalExists } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { MANAGED_POLICY_SIZE_MAX, TRUST_POLICY_SIZE_MAX } from './limits.ts';

/** Throws MalformedPolicyDocument, or LimitExceeded for one too long, unless the text may stand with a user or role. */
export function checkIdentityPolicy(text: string, profile: 'identity' | 'inline-identity'): void {
  const [finding] = validatePolicyDocument(text, profile);
  if (finding !== undefined) throw toError(finding, text, 'identity');
}

/** As above for who may take a role on; the principals that it names must exist. */
export async function checkTrustPolicy(db: Database, text: string): Promise<void> {
  if (countedSize(text) > TRUST_POLICY_SIZE_MAX) throw trustTooLong();
  const [finding] = validatePolicyDocument(text, 'trust');
  if (finding !== undefined) throw toError(finding, text, 'trust');
  const { document } = parsePolicyDocument(text);
  for (const { pattern } of document === undefined ? [] : principalsOf(document)) {
    if (NAMED_BY_AWS.has(pattern.type) && !(await principalExists(db, pattern.written))) {
      throw invalidPrincipal({ type: 'AWS', principal: pattern.written });
    }
  }
}

/** Kinds of principal whose existence we know of; services, identity providers and canonical users we take at their form. */
const NAMED_BY_AWS: ReadonlySet<PrincipalPattern['type']> = new Set(['account', 'arn', 'unique-id']);

/** IAM counts characters, white space left out. */
export const countedSize = (text: string): number => text.replace(/\s/g, '').length;

const trustTooLong = (): ServiceError => quotaExceeded({ quota: 'ACLSizePerRole', max: TRUST_POLICY_SIZE_MAX });

function toError(finding: Finding, text: string, use: messages.DocumentUse): ServiceError {
  switch (finding.code) {
    case 'too-long':
      return use === 'trust' ? trustTooLong() : quotaExceeded({ quota: 'PolicySize', max: MANAGED_POLICY_SIZE_MAX });
    case 'unknown-version':
      return messages.wrongVersion();
    case 'missing-action':
      return messages.missingAction(use);
    case 'invalid-action':
      return messages.invalidAction(use);
    case 'missing-resource':
      return messages.missingResource();
    case 'prohibited-resource':
      return messages.prohibitedResource();
    case 'invalid-resource':
      return messages.invalidResource(written(finding, text));
    case 'missing-principal':
      return messages.missingPrincipal();
    case 'prohibited-principal':
      return messages.prohibitedPrincipal();
    case 'invalid-principal':
      return invalidPrincipal({ type: principalType(finding, text), principal: written(finding, text) });
    case 'invalid-sid':
      return finding.sentence.includes('twice') ? messages.duplicateSid() : messages.invalidSid();
    default:
      return messages.syntaxError(use);
  }
}

/** What stands at the fault, without its quotes. */
function written({ span }: Finding, text: string): string {
  const raw = span === undefined ? '' : text.slice(span.start, span.end);
  return raw.startsWith('"') ? String(JSON.parse(raw)) : raw;
}

/** Under which heading the principal stands: the last one before it. */
function principalType({ span }: Finding, text: string): string {
  const before = text.slice(0, span?.start ?? 0);
  return (
    before.match(
      /"(AWS|Service|Federated|CanonicalUser)"\s*:(?!.*"(?:AWS|Service|Federated|CanonicalUser)"\s*:)/s,
    )?.[1] ?? 'AWS'
  );
}
