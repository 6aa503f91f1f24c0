import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/**
 * The option group of a database has no options that its snapshots carry along for ever. AWS Backup copies with the default option group
 * of the destination, which lacks them. https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
 */
export const optionGroupGoesAlong: Check = {
  id: 'option-group-goes-along',
  gate: 'recovery-point',
  severity: 'blocks',
  sources: ['FM-TYP-9', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
  judge(facts) {
    const { source, destination } = facts;
    const stays = source.region === destination.region && !isCrossAccount(facts);
    if (stays) return notApplicable('the copy stays in its account and Region');
    if (isUnknown(source.point)) return unknown(source.point);
    const point = knownOf(source.point);
    if (point?.resourceType !== 'RDS') return notApplicable('the resource is no RDS database');
    const options = point.persistentOptions;
    if (options === undefined) return notApplicable('nobody looked at the option group');
    if (isUnknown(options)) return unknown(options);
    if (options.length === 0) return met();
    return found({
      actor: atSource(facts),
      sentence: copyJob.optionGroupMissing(options.join(', ')),
      evidence: [{ origin: `resource ${point.resourceArn}`, place: 'OptionGroup', quote: options.join(', ') }],
      mends: [smallest(atSource(facts), text('mend.option-group-goes-along', { options: options.join(', ') }))],
    });
  },
};
