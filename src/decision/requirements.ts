import type { Requirement } from './requirement.ts';
import { airGappedVaultTakesType } from './requirements/air-gapped-vault-takes-type.ts';
import { crossAccountCopyEnabled } from './requirements/cross-account-copy-enabled.ts';
import { destinationKeyUsable } from './requirements/destination-key-usable.ts';
import { destinationServiceLinkedRoleExists } from './requirements/destination-service-linked-role-exists.ts';
import { destinationVaultAdmitsRetention } from './requirements/destination-vault-admits-retention.ts';
import { destinationVaultAdmitsSource } from './requirements/destination-vault-admits-source.ts';
import { destinationVaultExists } from './requirements/destination-vault-exists.ts';
import { destinationVaultKeyIsCustomerManaged } from './requirements/destination-vault-key-is-customer-managed.ts';
import { imageIsAllowedAtDestination } from './requirements/image-is-allowed-at-destination.ts';
import { imageMayLeaveAccount } from './requirements/image-may-leave-account.ts';
import { pointIsAvailable } from './requirements/point-is-available.ts';
import { pointIsNotContinuous } from './requirements/point-is-not-continuous.ts';
import { pointIsWarm } from './requirements/point-is-warm.ts';
import { roleCanBeAssumed } from './requirements/role-can-be-assumed.ts';
import { sameOrganization } from './requirements/same-organization.ts';
import { sourceKeyAdmitsDestination } from './requirements/source-key-admits-destination.ts';
import { sourceKeyIsCustomerManaged } from './requirements/source-key-is-customer-managed.ts';
import { sourceRoleMayCopyFromVault } from './requirements/source-role-may-copy-from-vault.ts';
import { sourceRoleMayCopyIntoVault } from './requirements/source-role-may-copy-into-vault.ts';
import { sourceRoleMayCopyTags } from './requirements/source-role-may-copy-tags.ts';
import { sourceRoleMayShare } from './requirements/source-role-may-share.ts';
import { storageGatewayVaultIsOwn } from './requirements/storage-gateway-vault-is-own.ts';
import { tagsObeyTagPolicy } from './requirements/tags-obey-tag-policy.ts';
import { tagsWithinLimit } from './requirements/tags-within-limit.ts';
import { typeCanBeCopied } from './requirements/type-can-be-copied.ts';

/**
 * Everything that can stop a copy. The order is ours, AWS documents none: what no policy can mend, then the organization, access, the
 * vault, the keys, the tags. Where two requirements fail at once the server speaks the first.
 */
export const requirements: readonly Requirement[] = [
  roleCanBeAssumed,
  pointIsAvailable,
  typeCanBeCopied,
  pointIsWarm,
  pointIsNotContinuous,
  sameOrganization,
  crossAccountCopyEnabled,
  sourceRoleMayCopyFromVault,
  sourceRoleMayCopyIntoVault,
  destinationVaultExists,
  destinationVaultAdmitsSource,
  destinationVaultAdmitsRetention,
  airGappedVaultTakesType,
  storageGatewayVaultIsOwn,
  destinationVaultKeyIsCustomerManaged,
  destinationServiceLinkedRoleExists,
  destinationKeyUsable,
  sourceKeyIsCustomerManaged,
  sourceKeyAdmitsDestination,
  sourceRoleMayShare,
  imageMayLeaveAccount,
  imageIsAllowedAtDestination,
  sourceRoleMayCopyTags,
  tagsObeyTagPolicy,
  tagsWithinLimit,
];
