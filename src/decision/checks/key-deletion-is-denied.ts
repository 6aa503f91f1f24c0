import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { isAbout, statementsOf, writtenDocuments } from '../written-documents.ts';

/** Somebody denies the deletion of the key that opens the copies: a lock keeps a vault's points, and not its key. */
export const keyDeletionIsDenied: Check = {
  id: 'key-deletion-is-denied',
  gate: 'destination-key',
  severity: 'remark',
  sources: ['FM-SIL-8'],
  judge(facts) {
    const { key, serviceControl, vault } = facts.destination;
    if (isUnknown(key)) return unknown(key);
    if (key === null || key.manager === 'AWS') return notApplicable('there is no key that could be deleted');
    if (isUnknown(key.policy)) return unknown(key.policy);
    if (serviceControl !== undefined && isUnknown(serviceControl)) return unknown(serviceControl);
    const denies = statementsOf(
      writtenDocuments(facts).filter(
        ({ kind, side }) => side === 'destination' && (kind === 'key' || kind === 'service-control'),
      ),
    );
    const isDenied = denies.some(
      ({ statement }) => statement.effect === 'Deny' && isAbout(statement, 'kms:ScheduleKeyDeletion'),
    );
    if (isDenied) return met();
    const range = knownOf(vault);
    const isLocked = range !== undefined && (range.minRetentionDays ?? range.maxRetentionDays) !== null;
    return found({
      severity: isLocked ? 'risk' : 'remark',
      actor: atDestination(facts),
      evidence: [{ origin: `key policy of ${key.arn}`, place: 'kms:ScheduleKeyDeletion', quote: 'not denied' }],
      mends: [smallest(atDestination(facts), text('mend.key-deletion-is-denied', { key: key.arn }))],
    });
  },
};
