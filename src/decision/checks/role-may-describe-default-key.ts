import { text } from '../../words/text.ts';
import { ask } from '../ask.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** For a copy to another Region the role may describe keys with the alias of AWS Backup's own. Developer Guide, "Encryption", last paragraph. */
export const roleMayDescribeDefaultKey: Check = {
  id: 'role-may-describe-default-key',
  gate: 'role',
  severity: 'risk',
  sources: ['FM-KMS-16', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  judge(facts) {
    const { source, destination, role } = facts;
    if (source.region === destination.region) return notApplicable('the copy stays in its Region');
    if (isUnknown(role.found)) return unknown(role.found);
    if (role.found === null) return notApplicable('the role is missing');
    const reply = ask({
      facts,
      actor: role.found,
      actorSide: source,
      action: 'kms:DescribeKey',
      resource: `arn:aws:kms:${source.region}:${source.account}:key/00000000-0000-4000-8000-000000000000`,
      resourceSide: source,
      context: { 'kms:ResourceAliases': ['alias/aws/backup'] },
    });
    if (reply.outcome === 'unknown') return unknown(reply.unknown);
    if (reply.outcome === 'allowed') return met();
    return found({
      actor: atSource(facts),
      evidence: reply.evidence,
      mends: [smallest(atSource(facts), text('mend.role-may-describe-default-key', { role: role.arn }))],
    });
  },
};
