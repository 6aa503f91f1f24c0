import * as copyJob from '../../messages/copy-job.ts';
import { wayIntoAirGapped } from '../../model/air-gapped.ts';
import { isKeptByBackup } from '../../model/recovery-point.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, PointFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import type { Actor, Answer, Requirement } from '../requirement.ts';
import { atSource, met, nobody, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * A logically air-gapped vault takes the type: encrypted where it must be, and not under an AWS managed key where AWS Backup does not manage
 * it in full. No source quotes what a copy job says then; the matrix denies the copy, so we say that.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
 */
export const airGappedVaultTakesType: Requirement = {
  id: 'air-gapped-vault-takes-type',
  gate: 'destination-vault',
  sources: ['FM-SIL-2', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html'],
  judge(facts) {
    const { vault } = facts.destination;
    const { point, key } = facts.source;
    if (isUnknown(vault)) return unknown(vault);
    if (vault === null || vault.type !== 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT') {
      return notApplicable('the destination is no logically air-gapped vault');
    }
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const { resourceType: type, attributes, isEncrypted } = point;
    // Fully managed types are taken or not whatever their key.
    const asManaged = wayIntoAirGapped({ type, attributes, keyManager: 'CUSTOMER' });
    if (asManaged === 'straight') return met();
    if (asManaged === 'type-not-taken') return refuse(facts, point, nobody);
    // From another such vault: what lies there is Backup's own, under whatever key.
    if (isKeptByBackup(facts.source.pointArn)) return met();
    if (isUnknown(isEncrypted)) return unknown(isEncrypted);
    if (isEncrypted && isUnknown(key)) return unknown(key);
    const keyManager = isEncrypted ? knownOf(key)?.manager : undefined;
    if (isEncrypted && keyManager === undefined) return notApplicable('the key is gone');
    return wayIntoAirGapped({ type, attributes, keyManager }) === 'by-copy'
      ? met()
      : refuse(facts, point, atSource(facts));
  },
};

function refuse(
  { source, destination }: CopyFacts,
  { resourceType: type, isEncrypted }: PointFacts,
  actor: Actor,
): Answer {
  const words =
    actor === nobody
      ? text('mend.air-gapped-vault-takes-type.other-vault')
      : text(
          isEncrypted === false
            ? 'mend.air-gapped-vault-takes-type.encrypt'
            : 'mend.source-key-is-customer-managed.restore',
        );
  const key = knownOf(source.key);
  return unmet({
    sentence: copyJob.featureNotSupported(source.region, destination.region, type),
    actor,
    evidence: [
      { origin: `vault ${destination.vaultArn}`, place: 'VaultType', quote: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' },
      { origin: `recovery point ${source.pointArn}`, place: 'ResourceType', quote: type },
      ...(key === undefined ? [] : [{ origin: `key ${key.arn}`, place: 'KeyManager', quote: key.manager }]),
    ],
    mends: [smallest(actor, words)],
  });
}
