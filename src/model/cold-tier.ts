import type { Lifecycle } from './lifecycle.ts';
import type { ResourceAttributes, ResourceType } from './resource-type.ts';

/**
 * Whether points of this type move to cold storage. Others ignore `MoveToColdStorageAfterDays` without an error. EBS has an archive
 * tier, for those who opt in. Source: AWS Backup Developer Guide, "Backup plan options", read September 2026.
 */
export function hasColdTier(
  type: ResourceType,
  { attributes = {}, lifecycle }: { attributes?: ResourceAttributes; lifecycle?: Lifecycle | undefined } = {},
): boolean {
  if (type === 'EBS') return lifecycle?.optInToArchive === true;
  if (type === 'DynamoDB') return attributes.isAdvanced !== false;
  return COLD_TYPES.has(type);
}

const COLD_TYPES: ReadonlySet<ResourceType> = new Set<ResourceType>([
  'CloudFormation',
  'EFS',
  'SAP HANA on Amazon EC2',
  'Timestream',
  'VirtualMachine',
]);
