/** What the doctor says of requirements: `ok` where one is met, `title` and `why` where it is not, and the mends. */
export const requirementsEn = {
  'ok.role-can-be-assumed': 'AWS Backup can assume the role',
  'title.role-can-be-assumed': 'AWS Backup cannot assume the role',
  'why.role-can-be-assumed':
    'The role of the copy must exist, and its trust policy must allow backup.amazonaws.com sts:AssumeRole. A condition on a key that the service does not send is never fulfilled.',
  'ok.point-is-available': 'The recovery point is there and whole',
  'title.point-is-available': 'The recovery point is not there, or not usable',
  'why.point-is-available':
    'A copy reads the recovery point in the vault of the account that starts it. It may have expired or been deleted since, or lie in another vault, account or Region.',
  'ok.type-can-be-copied': 'AWS Backup offers this copy for this type',
  'title.type-can-be-copied': 'AWS Backup does not offer this copy for this type',
  'why.type-can-be-copied':
    'Which types are copied across accounts, across Regions, or both at once is fixed by AWS and changes with time. No policy or setting helps, except the advanced features for DynamoDB.',
  'ok.point-is-warm': 'The recovery point is in warm storage',
  'title.point-is-warm': 'The recovery point is in cold storage',
  'why.point-is-warm': 'Recovery points in cold storage or in an archive tier are never copied.',
  'ok.point-is-not-continuous': 'The recovery point is a snapshot, not a continuous backup',
  'title.point-is-not-continuous': 'The recovery point is a continuous backup',
  'why.point-is-not-continuous':
    'StartCopyJob does not copy continuous backups. What a plan copies of them is a snapshot, without point-in-time restore.',
  'ok.same-organization': 'Both accounts are in one organization',
  'title.same-organization': 'The two accounts are not in one organization',
  'why.same-organization':
    'AWS Backup copies across accounts only within one organization of AWS Organizations. An account that left keeps its copies, but receives no new ones.',
  'ok.cross-account-copy-enabled': 'Cross-account backup is switched on in the organization',
  'title.cross-account-copy-enabled': 'Cross-account backup is switched off in the organization',
  'why.cross-account-copy-enabled':
    'The management account must opt the organization in. Without it every copy across accounts fails, however good the policies are. A change takes up to 15 minutes.',
  'ok.source-role-may-copy-from-vault': 'The role may let the recovery point out',
  'title.source-role-may-copy-from-vault': 'The role may not let the recovery point out',
  'why.source-role-may-copy-from-vault':
    'The role needs backup:CopyFromBackupVault on the recovery point. Service control policies often narrow it by backup:CopyTargets or backup:CopyTargetOrgPaths.',
  'ok.source-role-may-copy-into-vault': 'The role may write into the destination vault, as far as its own side goes',
  'title.source-role-may-copy-into-vault': 'The role may not write into the destination vault',
  'why.source-role-may-copy-into-vault':
    'The role needs backup:CopyIntoBackupVault on the destination vault in its own policies; service control policies, resource control policies and a permissions boundary must not stop it.',
  'ok.destination-vault-exists': 'The destination vault is there',
  'title.destination-vault-exists': 'The destination vault is not there',
  'why.destination-vault-exists':
    'A plan is accepted even if its destination vault does not exist, and AWS answers a missing vault of another account with a denial of access.',
  'ok.destination-vault-admits-source': 'The vault access policy lets the source in',
  'title.destination-vault-admits-source': 'The vault access policy does not let the source in',
  'why.destination-vault-admits-source':
    'The destination vault must allow backup:CopyIntoBackupVault to the source account, its role, its organizational unit or the organization. A vault without an access policy admits no other account.',
  'ok.destination-vault-admits-retention': "The retention of the copy is in the vault's range",
  'title.destination-vault-admits-retention': "The retention of the copy is outside the vault's range",
  'why.destination-vault-admits-retention':
    'A vault lock sets a shortest and a longest retention, and copies outside it fail. A copy without a life cycle of its own inherits that of the source; a copy kept for ever exceeds every maximum.',
  'ok.storage-gateway-vault-is-own': 'The destination vault and key were made by a user',
  'title.storage-gateway-vault-is-own': 'A Storage Gateway copy needs a vault and key made by a user',
  'why.storage-gateway-vault-is-own':
    'Volumes of Storage Gateway go neither into the default vault nor under the default key of the destination.',
  'ok.destination-vault-key-is-customer-managed': 'The destination vault has a customer managed key',
  'title.destination-vault-key-is-customer-managed': 'The destination vault has an AWS managed key',
  'why.destination-vault-key-is-customer-managed':
    "Types that AWS Backup does not fully manage are copied only into vaults under a customer managed key. The Default vault has the AWS managed key aws/backup, and a vault's key cannot be changed.",
  'ok.destination-service-linked-role-exists': 'The service-linked role of AWS Backup exists in the destination',
  'title.destination-service-linked-role-exists': 'The service-linked role of AWS Backup is missing in the destination',
  'why.destination-service-linked-role-exists':
    'The copying itself is done by AWSServiceRoleForBackup of the destination account. An account that never used AWS Backup may lack it, and a key policy that names it cannot be saved before it exists.',
  'ok.destination-key-usable': 'The destination key can be used for the copy',
  'title.destination-key-usable': 'The destination key cannot be used for the copy',
  'why.destination-key-usable':
    'Whoever writes the copy must be able to use the key of the destination vault: it must exist, be enabled, and its policy must not stand in the way.',
  'ok.source-key-is-customer-managed': 'The source is under a customer managed key, or a type that needs none',
  'title.source-key-is-customer-managed': 'The source is encrypted with an AWS managed key',
  'why.source-key-is-customer-managed':
    'Snapshots of types that AWS Backup does not fully manage keep the key of their resource, and the policy of an AWS managed key (aws/ebs, aws/rds) cannot let another account in.',
  'ok.source-key-admits-destination': 'The source key lets the destination read',
  'title.source-key-admits-destination': 'The source key does not let the destination read',
  'why.source-key-admits-destination':
    "The service-linked role of the destination account reads with the source key: the key must be enabled, and its policy must allow use and kms:CreateGrant. Which key that is depends on the type: the resource's own, or, for fully managed types, the source vault's.",
  'ok.source-role-may-share': 'The role may share the snapshot with the destination',
  'title.source-role-may-share': 'The role may not share the snapshot with the destination',
  'why.source-role-may-share':
    'Types that AWS Backup does not fully manage leave their account by being shared; hand-written roles often lack the action that shares, such as ec2:ModifySnapshotAttribute.',
  'ok.image-may-leave-account': 'The image may leave its account',
  'title.image-may-leave-account': 'The image comes from AWS Marketplace and may not leave its account',
  'why.image-may-leave-account':
    'Images that carry product codes of AWS Marketplace cannot be copied to another account.',
  'ok.image-is-allowed-at-destination': 'The destination admits images of the source',
  'title.image-is-allowed-at-destination': 'Allowed AMIs of the destination leave the source out',
  'why.image-is-allowed-at-destination':
    "Where EC2's setting Allowed AMIs is on in the destination account, images of accounts that it does not name are not found.",
  'ok.source-role-may-copy-tags': 'The role may carry the tags over',
  'title.source-role-may-copy-tags': 'The role may not carry the tags over',
  'why.source-role-may-copy-tags':
    'A recovery point with tags is copied with them: the role must be able to read them, and for fully managed types to set them (backup:TagResource).',
  'ok.tags-obey-tag-policy': "The tags obey the destination's tag policy",
  'title.tags-obey-tag-policy': "A tag breaks the destination's tag policy",
  'why.tags-obey-tag-policy':
    'An enforced tag policy refuses a value that it does not list, and a key that differs from it in capitals. Missing tags are never a violation.',
  'ok.tags-within-limit': 'There are no more than 50 tags',
  'title.tags-within-limit': 'There are more than 50 tags',
  'why.tags-within-limit':
    "A copy carries the tags of its recovery point and of the plan's rule together, and AWS allows 50 of a user's own.",
  'mend.cross-account-copy-enabled':
    'In the management account, set the global setting isCrossAccountBackupEnabled to "true".',
  'mend.destination-key-gone':
    'The key of the vault is gone, and what it sealed with it: copy into a vault whose key exists.',
  'mend.destination-service-linked-role-exists':
    'In account {account}, create the service-linked role of backup.amazonaws.com.',
  'mend.destination-vault-admits-retention':
    'Ask for a copy that is kept between {min} and {max} days, such as {days}.',
  'mend.destination-vault-exists': 'Create the vault {vault}, under a customer managed key, or name one that exists.',
  'mend.destination-vault-key-is-customer-managed':
    "Create another vault with a customer managed key, and copy into that one: a vault's key cannot be changed.",
  'mend.image-is-allowed-at-destination': 'Add account {source} to the Allowed AMIs of account {account}.',
  'mend.image-may-leave-account':
    'Back up the volumes of the instance (EBS) and copy those, or rebuild it from an image of your own.',
  'mend.point-is-available': 'Copy another recovery point of the resource, or make a new one.',
  'mend.point-is-not-continuous':
    'Copy a snapshot of the resource: a plan rule with a copy action takes one beside the continuous backup.',
  'mend.point-is-warm': 'Copy a warm recovery point, and plan copies before the move to cold storage.',
  'mend.role-can-be-assumed':
    'Let {service} assume the role {role}: its trust policy must allow that service sts:AssumeRole.',
  'mend.role-exists': 'Make the role {role} again, or start the copy with a role that exists.',
  'mend.source-key-gone':
    'The key that seals the point is gone, and the point with it: back the resource up again under another key.',
  'mend.source-key-is-customer-managed.restore':
    'Restore the resource under a customer managed key, back it up again and copy that.',
  'mend.source-key-is-customer-managed.two-hops':
    'Copy the point into a vault with a customer managed key in its own account first, and that copy across.',
  'mend.same-organization': 'Move one of the two accounts into the organization of the other.',
  'mend.storage-gateway-vault-is-own':
    'Create a vault of your own with a customer managed key, and copy into that one.',
  'mend.tags-obey-tag-policy.tag': 'Give the tag {key} a value that the tag policy allows.',
  'mend.tags-obey-tag-policy.policy': 'Widen the tag policy so that it allows the value of the tag {key}.',
  'mend.tags-within-limit': 'Take {count} of the tags off the recovery point.',
  'mend.type-can-be-copied.region-first':
    'Copy in two steps: to the other Region in the source account first, then from there to the other account.',
  'mend.type-can-be-copied.account-first':
    'Copy in two steps: to the other account in the same Region first, then on to the other Region.',
  'mend.type-can-be-copied.dynamodb':
    'Turn on the advanced features for Amazon DynamoDB backups in the Region settings, then take a new backup and copy that.',
  'mend.type-can-be-copied.since': 'AWS supports this copy since {since}.',
  'mend.type-can-be-copied.never': 'No setting helps: this copy is not offered.',
  'mend.cancel-key-deletion': 'Cancel the deletion of the key {key}, then enable it.',
  'mend.enable-key': 'Enable the key {key}.',
  'mend.role-lacks-actions': 'Allow the role {role} {actions}, or attach AWSBackupServiceRolePolicyForBackup to it.',
  'mend.role-lacks-key-actions':
    'Allow the role {role} {actions} on {key}, or attach AWSBackupServiceRolePolicyForBackup to it.',
  'mend.role-stopped-by.permissions-boundary':
    "Let the role {role} do {actions}: the role's permissions boundary stops it.",
  'mend.role-stopped-by.service-control': 'Let the role {role} do {actions}: a service control policy stops it.',
  'mend.role-stopped-by.resource-control': 'Let the role {role} do {actions}: a resource control policy stops it.',
  'mend.vault-grant-gone': 'Give the AWS Backup service its grant on {key} back: make a new vault with this key.',
  'mend.key-admits':
    'Let account {account} use the key {key}: its key policy must allow {principal} {actions}, with kms:CreateGrant for AWS resources.',
  'mend.destination-vault-admits-source':
    'Let the role {role} copy into {vault}: its access policy must allow backup:CopyIntoBackupVault.',
  'mend.exempt-from-deny': 'In the {document}, except {principal} from the deny {statement}.',
  'mend.unreadable-or-foreign-deny':
    'The {document} denies it ({statement}) and cannot be changed by a machine: correct it, or detach it from {principal}.',
  'mend.attach-role-policy': 'Attach {policy} to the role {role}.',
  'mend.key-admits-as-documented':
    'Add the two statements of the knowledge-center article to the policy of the key {key}: use, and grants for AWS resources, for account {account}.',
  'mend.destination-vault-admits-account': 'Let all of account {account} copy into {vault}, as the console writes it.',
  'ok.air-gapped-vault-takes-type': 'The air-gapped vault takes this recovery point',
  'title.air-gapped-vault-takes-type': 'The air-gapped vault does not take this recovery point',
  'why.air-gapped-vault-takes-type':
    'Logically air-gapped vaults take not every type, no unencrypted Aurora, DocumentDB or Neptune, and nothing that AWS Backup does not fully manage under an AWS managed key.',
  'mend.air-gapped-vault-takes-type.other-vault': 'Copy into a standard vault.',
  'mend.air-gapped-vault-takes-type.encrypt':
    'Encrypt the cluster under a customer managed key, back it up again and copy that.',
} as const;
