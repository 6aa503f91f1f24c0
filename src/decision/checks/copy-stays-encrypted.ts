import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** The copy is encrypted: of unencrypted Aurora, DocumentDB and Neptune clusters it is not, whatever the vault's key. */
export const copyStaysEncrypted: Check = {
  id: 'copy-stays-encrypted',
  gate: 'destination-key',
  severity: 'risk',
  sources: ['FM-TYP-14', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (!['Aurora', 'DocumentDB', 'Neptune'].includes(point.resourceType)) return met();
    if (isUnknown(point.isEncrypted)) return unknown(point.isEncrypted);
    if (point.isEncrypted) return met();
    return found({
      parts: { type: point.resourceType },
      actor: atSource(facts),
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'IsEncrypted', quote: 'false' }],
      mends: [smallest(atSource(facts), text('mend.copy-stays-encrypted'))],
    });
  },
};
