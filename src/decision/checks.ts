import type { Check } from './check.ts';
import { allKeysOfImageAdmitDestination } from './checks/all-keys-of-image-admit-destination.ts';
import { allowsHoldOnlyWithKeys } from './checks/allows-hold-only-with-keys.ts';
import { callerMayPassRole } from './checks/caller-may-pass-role.ts';
import { callerMayStartCopy } from './checks/caller-may-start-copy.ts';
import { conditionKeysAreSent } from './checks/condition-keys-are-sent.ts';
import { copyLivesAsLongAsAsked } from './checks/copy-lives-as-long-as-asked.ts';
import { copyStaysEncrypted } from './checks/copy-stays-encrypted.ts';
import { deniesDoNotLeanOnAbsentKeys } from './checks/denies-do-not-lean-on-absent-keys.ts';
import { destinationArnIsWellFormed } from './checks/destination-arn-is-well-formed.ts';
import { destinationHasRoom } from './checks/destination-has-room.ts';
import { destinationsAreNarrowed } from './checks/destinations-are-narrowed.ts';
import { engineCanBeCopied } from './checks/engine-can-be-copied.ts';
import { guidesAgreeOnVaultKey } from './checks/guides-agree-on-vault-key.ts';
import { keyDeletionIsDenied } from './checks/key-deletion-is-denied.ts';
import { keyGrantsGoWithUse } from './checks/key-grants-go-with-use.ts';
import { keyNamesAnAccount } from './checks/key-names-an-account.ts';
import { leavingOrganizationIsDenied } from './checks/leaving-organization-is-denied.ts';
import { membersCanBeCopied } from './checks/members-can-be-copied.ts';
import { optionGroupGoesAlong } from './checks/option-group-goes-along.ts';
import { organizationPathsFit } from './checks/organization-paths-fit.ts';
import { pointStaysLongEnough } from './checks/point-stays-long-enough.ts';
import { pointStaysWarm } from './checks/point-stays-warm.ts';
import { principalsExist } from './checks/principals-exist.ts';
import { regionsAreEnabled } from './checks/regions-are-enabled.ts';
import { replicasHaveTheSamePolicy } from './checks/replicas-have-the-same-policy.ts';
import { retentionIsChosen } from './checks/retention-is-chosen.ts';
import { roleMayDescribeDefaultKey } from './checks/role-may-describe-default-key.ts';
import { scpAllowsGrantNothing } from './checks/scp-allows-grant-nothing.ts';
import { sharedKeyIsTheOneThatCounts } from './checks/shared-key-is-the-one-that-counts.ts';
import { switchHasSettled } from './checks/switch-has-settled.ts';
import { typeCanBeRestoredThere } from './checks/type-can-be-restored-there.ts';
import { vaultIsAvailable } from './checks/vault-is-available.ts';
import { vaultPatternsCanMatch } from './checks/vault-patterns-can-match.ts';
import { vaultPolicyCanBeChanged } from './checks/vault-policy-can-be-changed.ts';
import { vaultPolicyGrantsOnlyCopies } from './checks/vault-policy-grants-only-copies.ts';
import { vaultPolicyIsAboutVault } from './checks/vault-policy-is-about-vault.ts';
import { vaultPolicyNamesRole } from './checks/vault-policy-names-role.ts';
import { viaServiceCanMatch } from './checks/via-service-can-match.ts';

/** What the doctor looks at beside the requirements. The order is that of the chain; within a link, what blocks comes first. */
export const checks: readonly Check[] = [
  callerMayStartCopy,
  callerMayPassRole,
  switchHasSettled,
  leavingOrganizationIsDenied,
  destinationsAreNarrowed,
  vaultPatternsCanMatch,
  organizationPathsFit,
  deniesDoNotLeanOnAbsentKeys,
  scpAllowsGrantNothing,
  roleMayDescribeDefaultKey,
  engineCanBeCopied,
  optionGroupGoesAlong,
  membersCanBeCopied,
  pointStaysWarm,
  pointStaysLongEnough,
  allKeysOfImageAdmitDestination,
  sharedKeyIsTheOneThatCounts,
  viaServiceCanMatch,
  keyGrantsGoWithUse,
  keyNamesAnAccount,
  replicasHaveTheSamePolicy,
  destinationArnIsWellFormed,
  vaultIsAvailable,
  vaultPolicyIsAboutVault,
  vaultPolicyNamesRole,
  conditionKeysAreSent,
  principalsExist,
  allowsHoldOnlyWithKeys,
  vaultPolicyGrantsOnlyCopies,
  vaultPolicyCanBeChanged,
  guidesAgreeOnVaultKey,
  copyStaysEncrypted,
  keyDeletionIsDenied,
  regionsAreEnabled,
  destinationHasRoom,
  typeCanBeRestoredThere,
  copyLivesAsLongAsAsked,
  retentionIsChosen,
];
