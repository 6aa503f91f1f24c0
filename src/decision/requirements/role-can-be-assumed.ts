import * as copyJob from '../../messages/copy-job.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Evaluation } from '../../policy/evaluation.ts';
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
          evaluation.outcome === 'implicit-deny' ? remedyOf(arn) : remedyOfDeny(arn, evaluation),
        ),
      ],
      evidence: evidenceOf(evaluation, policies),
    });
  },
};

const TRUST = {
  Sid: 'AllowBackup',
  Effect: 'Allow',
  Principal: { Service: SERVICE },
  Action: 'sts:AssumeRole',
} as const;

const POLICY_FOR_BACKUP = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';

const remedyOf = (roleArn: string): Remedy => ({
  kind: 'trust-backup-service',
  roleArn,
  statement: TRUST,
});

/** The first deny that catches the service; the next shows when this one is gone. */
function remedyOfDeny(roleArn: string, { explanations }: Evaluation): Remedy | undefined {
  const [explanation] = explanations.filter(({ outcome }) => outcome === 'explicit-deny');
  const denying = explanation?.statements.find(({ effect, matches }) => effect === 'Deny' && matches);
  if (explanation === undefined || denying?.index === undefined) return undefined;
  return {
    kind: 'exempt-from-deny',
    place: { kind: 'trust', roleArn, origin: explanation.origin },
    statement: denying.index,
    exemption: { principal: SERVICE, actions: ['sts:AssumeRole'], resource: roleArn },
  };
}

function missing(facts: CopyFacts): Answer {
  const { arn } = facts.role;
  return unmet({
    sentence: copyJob.roleNotAssumable(arn),
    actor: atSource(facts),
    mends: [
      smallest(atSource(facts), text('mend.role-exists', { role: arn }), {
        kind: 'create-role',
        roleArn: arn,
        trust: TRUST,
        policyArn: POLICY_FOR_BACKUP,
      }),
    ],
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
