import * as copyJob from '../../messages/copy-job.ts';
import { hasColdTier } from '../../model/cold-tier.ts';
import type { AppliedLifecycle } from '../../model/lifecycle.ts';
import { applyCopyLifecycle, isRetentionWithin, RETENTION_DAYS_MAX } from '../../model/lifecycle.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, PointFacts, VaultFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * How long the copy will be kept, by request or by inheritance, lies in the range of the destination's vault lock.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export const destinationVaultAdmitsRetention: Requirement = {
  id: 'destination-vault-admits-retention',
  gate: 'life-cycle',
  sources: ['FM-VLT-11', 'FM-LIF-1', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
  judge(facts) {
    const { vault, vaultArn } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(vault)) return unknown(vault);
    if (isUnknown(point)) return unknown(point);
    if (vault === null || point === null) return notApplicable('point or vault is missing');
    const days = retentionOf(facts, point);
    if (isRetentionWithin(days, rangeOf(vault))) return met();
    const nearest = Math.max(
      vault.minRetentionDays ?? 1,
      Math.min(days ?? Infinity, vault.maxRetentionDays ?? Infinity),
    );
    return unmet({
      sentence: copyJob.retentionOutOfRange(),
      actor: atSource(facts),
      mends: [
        smallest(
          atSource(facts),
          text('mend.destination-vault-admits-retention', {
            min: String(vault.minRetentionDays ?? 1),
            max: String(vault.maxRetentionDays ?? RETENTION_DAYS_MAX),
            days: String(nearest),
          }),
          { kind: 'request-retention', deleteAfterDays: nearest },
        ),
      ],
      evidence: [
        {
          origin: 'lifecycle of the copy',
          place: 'DeleteAfterDays',
          quote: days === undefined ? 'for ever' : String(days),
        },
        { origin: `vault ${vaultArn}`, place: 'MinRetentionDays', quote: String(vault.minRetentionDays ?? 'none') },
        { origin: `vault ${vaultArn}`, place: 'MaxRetentionDays', quote: String(vault.maxRetentionDays ?? 'none') },
      ],
    });
  },
};

const rangeOf = ({ minRetentionDays, maxRetentionDays }: VaultFacts) => ({
  minDays: minRetentionDays ?? undefined,
  maxDays: maxRetentionDays ?? undefined,
});

function retentionOf({ requestedLifecycle }: CopyFacts, point: PointFacts): number | undefined {
  const requested = requestedLifecycle ?? undefined;
  const { resourceType, attributes, createdAt } = point;
  const own: AppliedLifecycle = {
    ...(point.moveToColdAfterDays === null ? {} : { moveToColdAfterDays: point.moveToColdAfterDays }),
    ...(point.deleteAfterDays === null ? {} : { deleteAfterDays: point.deleteAfterDays }),
  };
  return applyCopyLifecycle({
    requested,
    source: own,
    sourceCreatedAt: createdAt,
    hasColdTier: hasColdTier(resourceType, { attributes, lifecycle: requested }),
  }).deleteAfterDays;
}
