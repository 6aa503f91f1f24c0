import * as copyJob from '../../messages/copy-job.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, RoleFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import { evidenceOf } from '../policy-evidence.ts';
import type { Remedy } from '../remedy.ts';
import type { Answer, Requirement } from '../requirement.ts';
import { atSource, met, smallest, unknown, unmet } from '../requirement.ts';

const SERVICE = 'backup.amazonaws.com';

/** The role of the job exists and trusts AWS Backup. https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html */
export const roleCanBeAssumed: Requirement = {
  id: 'role-can-be-assumed',
  gate: 'role',
  sources: ['FM-ROLE-1', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html'],
  judge(facts) {
    const { found, arn } = facts.role;
    if (isUnknown(found)) return unknown(found);
    if (found === null) return missing(facts);
    const { evaluation, policies } = askTrust(facts, found);
    if (evaluation.isAllowed) return met();
    return unmet({
      sentence: copyJob.roleNotAssumable(arn),
      actor: atSource(facts),
      mends: [
        smallest(
          atSource(facts),
          text('mend.role-can-be-assumed', { service: SERVICE, role: arn }),
          evaluation.outcome === 'implicit-deny' ? remedyOf(arn) : undefined,
        ),
      ],
      evidence: evidenceOf(evaluation, policies),
    });
  },
};

const remedyOf = (roleArn: string): Remedy => ({
  kind: 'trust-backup-service',
  roleArn,
  statement: { Sid: 'AllowBackup', Effect: 'Allow', Principal: { Service: SERVICE }, Action: 'sts:AssumeRole' },
});

function missing(facts: CopyFacts): Answer {
  const { arn } = facts.role;
  return unmet({
    sentence: copyJob.roleNotAssumable(arn),
    actor: atSource(facts),
    mends: [smallest(atSource(facts), text('mend.role-exists', { role: arn }))],
    evidence: [{ origin: `role ${arn}`, quote: 'no such role' }],
  });
}

/** A trust policy may ask who the service acts for; AWS Backup tells the account it works in. */
function askTrust({ source, role }: CopyFacts, { trustPolicy }: RoleFacts) {
  const policies = {
    identity: [],
    resource: { origin: `trust policy of ${role.arn}`, document: trustPolicy, rules: 'trust' as const },
  };
  const request = {
    principal: { kind: 'service' as const, account: '', arn: SERVICE, userId: SERVICE },
    action: 'sts:AssumeRole',
    resource: role.arn,
    resourceAccount: source.account,
    context: { 'aws:SourceAccount': source.account },
  };
  return { evaluation: evaluate(request, policies), policies };
}
