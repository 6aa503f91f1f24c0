import * as messages from '../../../messages/organizations.ts';
import type { Finding } from '../../../policy/finding.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import { validateManagementPolicy } from '../../../policy/validate-management-policy.ts';

/** Throws unless the content may be stored as a policy of its type. AWS does not say what is wrong with it. */
export function acceptPolicyContent(content: string, type: string): void {
  const findings = findIn(content, type);
  if (findings.some(({ code }) => code === 'too-long'))
    throw messages.constraintViolation('POLICY_CONTENT_LIMIT_EXCEEDED');
  if (findings.length > 0) throw messages.malformedPolicy();
}

function findIn(content: string, type: string): readonly Finding[] {
  switch (type) {
    case 'SERVICE_CONTROL_POLICY':
      return validatePolicyDocument(content, 'scp');
    case 'RESOURCE_CONTROL_POLICY':
      return validatePolicyDocument(content, 'rcp');
    case 'TAG_POLICY':
      return validateManagementPolicy(content, 'tag');
    case 'BACKUP_POLICY':
      return validateManagementPolicy(content, 'backup');
    default:
      return validateManagementPolicy(content, 'other');
  }
}
