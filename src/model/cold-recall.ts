import type { ResourceType } from './resource-type.ts';

const HOUR_MS = 3_600_000;

/**
 * How much longer than from warm storage a restore from cold storage takes at most. AWS Backup Developer Guide: four hours ("Restoring a backup");
 * EBS: "it can take up to 72 hours to restore an archived snapshot",
 * https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive-considerations.html
 */
export const coldRecallMs = (type: ResourceType): number => (type === 'EBS' ? 72 : 4) * HOUR_MS;
