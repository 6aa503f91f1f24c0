import { isFullyManaged, type ResourceAttributes, type ResourceType } from './resource-type.ts';

/** Types that no logically air-gapped vault takes. Developer Guide, "Feature availability by resource", September 2026. */
const NOT_TAKEN_BY_AIR_GAPPED: readonly ResourceType[] = ['RDS', 'CloudFormation', 'Redshift', 'Redshift Serverless'];

/** Types that it takes encrypted only. Same page. */
const TAKEN_ENCRYPTED_ONLY: readonly ResourceType[] = ['Aurora', 'DocumentDB', 'Neptune'];

/**
 * How a backup reaches a logically air-gapped vault that is its rule's target: AWS Backup writes what it manages in full straight into it; of
 * all else it makes a point in the rule's other vault, copies that, and deletes it when the copies are done. What the vault does not take stays
 * in the other vault. Developer Guide, "Logically air-gapped vault as a primary backup target".
 */
export type AirGappedWay = 'straight' | 'by-copy' | 'type-not-taken' | 'key-is-aws-managed';

export function wayIntoAirGapped({
  type,
  attributes,
  keyManager,
}: {
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  /** Of the resource's own key: `AWS` or `CUSTOMER`; nothing where it is not encrypted. */
  readonly keyManager: string | undefined;
}): AirGappedWay {
  if (isFullyManaged(type, attributes)) return NOT_TAKEN_BY_AIR_GAPPED.includes(type) ? 'type-not-taken' : 'straight';
  const isBasicTable = type === 'DynamoDB';
  const lacksKey = keyManager === undefined && TAKEN_ENCRYPTED_ONLY.includes(type);
  if (NOT_TAKEN_BY_AIR_GAPPED.includes(type) || isBasicTable || lacksKey) return 'type-not-taken';
  return keyManager === 'AWS' ? 'key-is-aws-managed' : 'by-copy';
}
