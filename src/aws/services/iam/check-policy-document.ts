import { invalidPrincipal, quotaExceeded } from '../../../messages/iam.ts';
import * as messages from '../../../messages/iam-policy.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import { parsePolicyDocument } from '../../../policy/document.ts';
import type { Finding, FindingCode } from '../../../policy/finding.ts';
import type { PrincipalPattern } from '../../../policy/matching/principal.ts';
import { principalsOf } from '../../../policy/principals-of.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import { principalExists } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { checkResourceWords, faultOf } from './check-resource-words.ts';
import { MANAGED_POLICY_SIZE_MAX, TRUST_POLICY_SIZE_MAX } from './limits.ts';

/** Throws MalformedPolicyDocument, or LimitExceeded for one too long, unless the text may stand with a user or role. */
export function checkIdentityPolicy(text: string, profile: 'identity' | 'inline-identity'): void {
  const [finding] = [...validatePolicyDocument(text, profile)].sort((one, other) => rankOf(one) - rankOf(other));
  if (finding !== undefined) throw toError(finding, text, 'identity');
  const { document } = parsePolicyDocument(text);
  if (document === undefined) return;
  if (profile === 'identity' && document.version !== '2012-10-17') throw messages.wrongVersion();
  checkResourceWords(document);
}

/** In which order IAM looks; what is not told apart here are errors of syntax, which come first. */
const RANKS: Readonly<Partial<Record<FindingCode, number>>> = {
  'invalid-effect': 1,
  'invalid-condition': 1,
  'invalid-sid': 2,
  'missing-action': 3,
  'invalid-resource': 4,
  'invalid-action': 5,
  'missing-resource': 6,
};

const rankOf = ({ code }: Finding): number => RANKS[code] ?? 0;

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
  if (use === 'identity' && WORDS.has(finding.code) && !isWord(written(finding, text), finding, text)) {
    return messages.syntaxError(use);
  }
  switch (finding.code) {
    case 'too-long':
      return use === 'trust' ? trustTooLong() : quotaExceeded({ quota: 'PolicySize', max: MANAGED_POLICY_SIZE_MAX });
    case 'missing-action':
      return messages.missingAction(use);
    case 'invalid-action':
      return use === 'trust' ? messages.invalidAction(use) : toActionError(written(finding, text));
    case 'invalid-effect':
      return isLegacyEffect(written(finding, text)) ? messages.failedLegacyParsing() : messages.syntaxError(use);
    case 'invalid-condition':
      return / for (?:For\w+:)?Date/.test(finding.sentence) && use === 'identity'
        ? messages.failedLegacyParsing()
        : messages.syntaxError(use);
    case 'missing-resource':
      return messages.missingResource();
    case 'prohibited-resource':
      return messages.prohibitedResource();
    case 'invalid-resource':
      return toResourceError(written(finding, text));
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

/** Findings about something that should be a string, or a list of them. */
const WORDS: ReadonlySet<FindingCode> = new Set(['invalid-action', 'invalid-resource', 'invalid-sid']);

/** Whether a string stands at the fault, a whole statement, or a list without anything in it. */
const isWord = (value: string, { span, code }: Finding, text: string): boolean =>
  text[span?.start ?? 0] === '"' || EMPTY_LIST.test(value) || (code === 'invalid-sid' && value.startsWith('{'));

function toActionError(action: string): ServiceError {
  if (EMPTY_LIST.test(action)) return messages.missingAction('identity');
  const [vendor = '', ...names] = action.split(':');
  if (names.length > 1) return messages.manyColons();
  if (names.length === 1 && /[^a-zA-Z0-9.*-]/.test(vendor)) return messages.invalidVendor(vendor);
  return messages.invalidAction('identity');
}

function toResourceError(resource: string): ServiceError {
  if (EMPTY_LIST.test(resource)) return messages.missingResource();
  return faultOf(resource) ?? messages.invalidResource(resource);
}

const EMPTY_LIST = /^\[\s*\]$/;

/** IAM's first reader does not heed the case of an effect; a later one does. */
const isLegacyEffect = (effect: string): boolean => /^(?:allow|deny)$/i.test(effect);

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
