import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { Tags } from '../storage/records/tags.ts';

/**
 * What a recovery point's manifest says of it, so that its record can be made anew from the vault alone: the record as it will be (sizes and the
 * moment of completion excepted), and its tags. `recoveryPointArn`, `resourceArn` and `vaultArn` stand on their own too, for whoever reads a vault by hand.
 */
export function aboutPoint(record: RecoveryPointRow, tags: Tags): Record<string, string> {
  return {
    recoveryPointArn: record.arn,
    resourceArn: record.resource_arn,
    vaultArn: record.vault_arn,
    record: JSON.stringify(record),
    tags: JSON.stringify(tags),
  };
}

/** The same, read back; nothing where a manifest says too little. */
export function readAbout(
  about: Readonly<Record<string, string>> | undefined,
): { record: RecoveryPointRow; tags: Tags } | undefined {
  const { record, tags } = about ?? {};
  if (record === undefined || tags === undefined) return undefined;
  return { record: JSON.parse(record) as RecoveryPointRow, tags: JSON.parse(tags) as Tags };
}
