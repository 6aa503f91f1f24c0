import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { met, nobody, notApplicable, smallest, unknown } from '../requirement.ts';

/** Snapshots of RDS Custom for SQL Server do not leave their account. Amazon RDS User Guide, "Copying a DB snapshot". */
export const engineCanBeCopied: Check = {
  id: 'engine-can-be-copied',
  gate: 'recovery-point',
  severity: 'blocks',
  sources: ['FM-TYP-11'],
  judge(facts) {
    const { source, destination } = facts;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(source.point)) return unknown(source.point);
    const point = knownOf(source.point);
    if (point?.resourceType !== 'RDS') return notApplicable('the resource is no RDS database');
    const { engine } = point;
    if (engine === undefined || engine === null) return notApplicable('nobody looked at the engine');
    if (isUnknown(engine)) return unknown(engine);
    if (!engine.startsWith('custom-')) return met();
    return found({
      actor: nobody,
      sentence: copyJob.featureNotSupported(source.region, destination.region, 'RDS'),
      evidence: [{ origin: `resource ${point.resourceArn}`, place: 'Engine', quote: engine }],
      mends: [smallest(nobody, text('mend.engine-can-be-copied'))],
    });
  },
};
