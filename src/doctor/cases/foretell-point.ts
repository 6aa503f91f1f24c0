import { createHash } from 'node:crypto';
import type { Fact, PointFacts, Tags } from '../../decision/facts.ts';
import { isUnknown } from '../../decision/facts.ts';
import type { BackupRule } from '../../model/backup-plan.ts';
import { recoveryPointArn } from '../../model/recovery-point.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import type { Random } from '../../util/random.ts';
import type { ResourceFacts } from '../live/read-resource.ts';

export interface ForetoldPoint {
  readonly arn: string;
  readonly point: PointFacts;
}

interface Making {
  readonly account: string;
  readonly region: string;
  readonly resourceArn: string;
  readonly rule: BackupRule;
  readonly now: number;
}

/** The point that a rule makes of a resource: like the last one of that resource, but warm, new, and with the rule's life and tags. */
export function foretellFrom(last: ForetoldPoint, { rule, now }: Making): ForetoldPoint {
  return {
    arn: last.arn,
    point: { ...last.point, ...freshness(rule, now), tags: withRuleTags(last.point.tags, rule) },
  };
}

/**
 * The same where there is no earlier point: `vaultKeyArn` seals points of types that AWS Backup fully manages, the resource's own key the
 * others.
 */
export function foretell(resource: ResourceFacts, making: Making, vaultKeyArn: Fact<string | null>): ForetoldPoint {
  const { account, region, resourceArn, rule, now } = making;
  const { type, attributes, unknownAttributes } = resource;
  const isManaged = isFullyManaged(type, attributes);
  const random = drawnFrom(`${resourceArn} ${rule.id}`);
  return {
    arn: recoveryPointArn({
      type,
      attributes,
      account,
      region,
      resourceArn,
      jobId: rule.id,
      isCopy: false,
      createdAt: now,
      random,
    }),
    point: {
      resourceArn,
      resourceType: type,
      attributes,
      ...(unknownAttributes && { unknownAttributes }),
      isEncrypted: isManaged ? true : resource.isEncrypted,
      keyArn: isManaged ? vaultKeyArn : resource.keyArn,
      ...freshness(rule, now),
      tags: withRuleTags(resource.tags, rule),
    },
  };
}

const freshness = ({ lifecycle = {} }: BackupRule, now: number) => ({
  status: 'COMPLETED',
  storageClass: 'WARM',
  createdAt: now,
  moveToColdAfterDays: limited(lifecycle.moveToColdAfterDays),
  deleteAfterDays: limited(lifecycle.deleteAfterDays),
});

/** `-1` says "never". */
const limited = (days: number | undefined): number | null => (days === undefined || days < 0 ? null : days);

const withRuleTags = (tags: Fact<Tags>, { recoveryPointTags }: BackupRule): Fact<Tags> =>
  isUnknown(tags) ? tags : { ...tags, ...recoveryPointTags };

/** The same digits for the same resource and rule, so that a report read twice reads the same. */
function drawnFrom(text: string): Random {
  const digest = createHash('sha256').update(text).digest();
  return { bytes: (count) => new Uint8Array(count).map((_, index) => digest[index % digest.length]!) };
}
