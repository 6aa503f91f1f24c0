import * as copyJob from '../../messages/copy-job.ts';
import { NOT_TAKEN_BY_AIR_GAPPED, TAKEN_ENCRYPTED_ONLY } from '../../model/air-gapped.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { Check, CheckAnswer } from '../check.ts';
import { found } from '../check.ts';
import type { CopyFacts, PointFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { atSource, met, nobody, notApplicable, smallest, unknown } from '../requirement.ts';

/** A logically air-gapped vault takes the type: encrypted where it must be, and not under an AWS managed key where AWS Backup does not manage it. */
export const airGappedVaultTakesType: Check = {
  id: 'air-gapped-vault-takes-type',
  gate: 'destination-vault',
  severity: 'blocks',
  sources: ['FM-SIL-2', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html'],
  judge(facts) {
    const { vault } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(vault)) return unknown(vault);
    if (vault === null || vault.type !== 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT') {
      return notApplicable('the destination is no logically air-gapped vault');
    }
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    return judgePoint(facts, point);
  },
};

function judgePoint(facts: CopyFacts, point: PointFacts): CheckAnswer {
  const { resourceType: type, isEncrypted } = point;
  const { source, destination } = facts;
  const quote = { origin: `recovery point ${source.pointArn}`, place: 'ResourceType', quote: type };
  const common = { sentence: copyJob.featureNotSupported(source.region, destination.region, type), parts: { type } };
  if (NOT_TAKEN_BY_AIR_GAPPED.includes(type)) {
    const mends = [smallest(nobody, text('mend.air-gapped-vault-takes-type.other-vault'))];
    return found({ ...common, actor: nobody, evidence: [quote], mends });
  }
  if (TAKEN_ENCRYPTED_ONLY.includes(type)) {
    if (isUnknown(isEncrypted)) return unknown(isEncrypted);
    if (!isEncrypted) {
      const mends = [smallest(atSource(facts), text('mend.air-gapped-vault-takes-type.encrypt'))];
      return found({ ...common, actor: atSource(facts), evidence: [quote], mends });
    }
  }
  if (isFullyManaged(type, point.attributes)) return met();
  if (isUnknown(source.key)) return unknown(source.key);
  const key = knownOf(source.key);
  if (key?.manager !== 'AWS') return met();
  const mends = [smallest(atSource(facts), text('mend.source-key-is-customer-managed.restore'))];
  const evidence = [quote, { origin: `key ${key.arn}`, place: 'KeyManager', quote: key.manager }];
  return found({ ...common, actor: atSource(facts), evidence, mends });
}
