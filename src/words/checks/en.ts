/** What the doctor says of what only it looks at: `ok` where all is well, `title` and `why` where not, and the mends. */
export const checksEn = {
  'ok.caller-may-start-copy': 'The caller may start the copy',
  'title.caller-may-start-copy': 'The caller may not start the copy',
  'why.caller-may-start-copy':
    'StartCopyJob needs backup:StartCopyJob on the recovery point. A refusal comes at once, and no copy job is made.',
  'mend.caller-lacks-action': 'Allow {caller} {action} on {resource}.',
  'ok.caller-may-pass-role': 'The caller may pass the role to AWS Backup',
  'title.caller-may-pass-role': 'The caller may not pass the role to AWS Backup',
  'why.caller-may-pass-role':
    'Whoever starts a copy hands its role to AWS Backup, which needs iam:PassRole on the role, for backup.amazonaws.com.',
  'ok.switch-has-settled': 'The switch for cross-account backup has settled',
  'title.switch-has-settled': 'The switch for cross-account backup was changed just now',
  'why.switch-has-settled':
    'A change takes up to 15 minutes, in both directions: until {settled} copies may still start, or still fail, by the state before.',
  'mend.switch-wait': 'Wait until {settled}, then copy again.',
  'ok.leaving-organization-is-denied': 'Nobody can take the destination account out of the organization',
  'title.leaving-organization-is-denied': 'The destination account can leave the organization with the copies',
  'why.leaving-organization-is-denied':
    'An account that leaves keeps its vaults and copies. AWS advises a service control policy on the destination that denies organizations:LeaveOrganization.',
  'mend.leaving-organization-is-denied':
    'Attach a service control policy that denies organizations:LeaveOrganization to account {account} or a unit above it.',
  'ok.destinations-are-narrowed': 'A policy says where copies may go',
  'title.destinations-are-narrowed': 'No policy says where copies may go',
  'why.destinations-are-narrowed':
    'The switch for cross-account backup opens every account of the organization to every other. Service control policies narrow it by backup:CopyTargets or backup:CopyTargetOrgPaths.',
  'mend.destinations-are-narrowed':
    'Deny backup:CopyFromBackupVault in a service control policy unless backup:CopyTargets is {vault} or another vault that you approve.',
  'ok.vault-patterns-can-match': "Patterns for vaults have the shape of a vault's ARN",
  'title.vault-patterns-can-match': 'A pattern for vaults can never match',
  'why.vault-patterns-can-match':
    'The ARN of a vault has a colon before its name: backup-vault:NAME. A pattern with a slash fits no vault, so that an exception never holds and every copy is denied.',
  'mend.vault-patterns-can-match': 'Write a colon after backup-vault: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.organization-paths-fit': 'Patterns for organization paths have the shape of one',
  'title.organization-paths-fit': 'A pattern for organization paths can never match',
  'why.organization-paths-fit':
    'An organization path begins with o- and ends with a slash: o-ORG/r-ROOT/ou-UNIT/. A pattern must end with / for the unit itself, or with /* for all below it.',
  'mend.organization-paths-fit': 'Write the whole path, from o- to the unit, and end it with / or /*.',
  'ok.denies-do-not-lean-on-absent-keys': 'No deny leans on a key that is never sent',
  'title.denies-do-not-lean-on-absent-keys': 'A deny leans on a key that its action never carries',
  'why.denies-do-not-lean-on-absent-keys':
    'backup:CopyTargets and backup:CopyTargetOrgPaths come with backup:CopyFromBackupVault only. Elsewhere they are absent, which makes a negated operator and ForAllValues true: the deny always holds.',
  'mend.denies-do-not-lean-on-absent-keys':
    'Put the condition into a statement about backup:CopyFromBackupVault alone.',
  'ok.scp-allows-grant-nothing': 'No service control policy looks like a grant',
  'title.scp-allows-grant-nothing': 'A service control policy allows actions of AWS Backup, which grants nothing',
  'why.scp-allows-grant-nothing':
    'Service control policies only bound what identity policies grant. Where FullAWSAccess is gone from a level, such an allow is all that is left.',
  'mend.scp-allows-grant-nothing': "Give the rights in the role's own policies, and keep FullAWSAccess on every level.",
  'ok.role-may-describe-default-key': 'The role may describe the key of AWS Backup',
  'title.role-may-describe-default-key': 'The role may not describe the key of AWS Backup',
  'why.role-may-describe-default-key':
    'For a copy to another Region AWS asks that the role may kms:DescribeKey where kms:ResourceAliases is alias/aws/backup.',
  'mend.role-may-describe-default-key': 'Allow the role {role} kms:DescribeKey.',
  'ok.engine-can-be-copied': "The engine's snapshots may leave the account",
  'title.engine-can-be-copied': 'Snapshots of RDS Custom do not leave their account',
  'why.engine-can-be-copied': 'Amazon RDS copies no snapshots of RDS Custom for SQL Server to other accounts.',
  'mend.engine-can-be-copied': 'Export the data of the database by its own means, and back up what comes out.',
  'ok.option-group-goes-along': 'The snapshot needs no option group at the destination',
  'title.option-group-goes-along': 'The snapshot needs an option group that the destination lacks',
  'why.option-group-goes-along':
    'Persistent options, such as TDE, go along with a snapshot. AWS Backup copies with the default option group of the destination, which does not have them.',
  'mend.option-group-goes-along':
    'Copy the snapshot by Amazon RDS with an option group that has {options}, or take the options off the database.',
  'ok.members-can-be-copied': 'The recovery point has no members of its own',
  'title.members-can-be-copied': 'The recovery point is made of others, which are copied one by one',
  'why.members-can-be-copied':
    'Members of {type} are copied by the rules of their own types. Where one fails or cannot be copied, the job ends PARTIAL.',
  'mend.members-can-be-copied': 'Diagnose the members as well, each by its own recovery point.',
  'ok.point-stays-warm': 'The recovery point stays warm long enough',
  'title.point-stays-warm': 'The recovery point goes cold before long',
  'why.point-stays-warm': 'At {moment} it moves to cold storage, and is never copied from there.',
  'ok.point-stays-long-enough': 'The source is kept long enough for its copy',
  'title.point-stays-long-enough': 'The source may expire before its copy is made',
  'why.point-stays-long-enough':
    'It is kept until {moment}. Copies wait in line behind others of the same resource and are tried again for hours; AWS advises at least a week, also so that later copies stay incremental.',
  'mend.point-stays-long-enough': 'Keep recovery points in the source vault for at least {days} days.',
  'ok.all-keys-of-image-admit-destination': 'All keys of the image let the destination read',
  'title.all-keys-of-image-admit-destination': 'Another key of the image does not let the destination read',
  'why.all-keys-of-image-admit-destination':
    'An image has a snapshot for each volume, and each may be under a key of its own. One that stays closed fails the whole copy.',
  'ok.shared-key-is-the-one-that-counts': 'The key that counts is the one that is shared',
  'title.shared-key-is-the-one-that-counts': "The key that counts is the resource's, not the vault's",
  'why.shared-key-is-the-one-that-counts':
    'Recovery points of {type} keep the key of their resource. Sharing the key of the source vault, as many modules do, does not help them.',
  'mend.shared-key-is-the-one-that-counts': 'Share the key {key} with the destination account.',
  'ok.via-service-can-match': 'Conditions on kms:ViaService fit the service that asks',
  'title.via-service-can-match': 'A condition on kms:ViaService cannot fit the service that asks',
  'why.via-service-can-match':
    'For this copy the source key is asked for through {service}. A name without a Region, or that of another service, matches nothing, and the statement lets nobody in.',
  'mend.via-service-can-match': 'Add {service} to the values of kms:ViaService, or drop the condition.',
  'ok.key-grants-go-with-use': 'The key policy allows grants with the use',
  'title.key-grants-go-with-use': 'The key policy allows use, and no grants',
  'why.key-grants-go-with-use':
    'Account {account} is let use the key; the copy also needs kms:CreateGrant for AWS resources, and fails without it.',
  'mend.key-grants-go-with-use': 'Allow account {account} kms:CreateGrant where kms:GrantIsForAWSResource is true.',
  'ok.key-names-an-account': 'The key policy names the destination account',
  'title.key-names-an-account': 'The key policy names the service backup.amazonaws.com instead of the destination',
  'why.key-names-an-account':
    'The source key is asked for by the service-linked role of account {account}, a role and not a service: a statement for the service does not let it in.',
  'mend.key-names-an-account': 'Name account {account}, or its AWSServiceRoleForBackup, as a principal.',
  'ok.replicas-have-the-same-policy': 'The keys are keys of one Region',
  'title.replicas-have-the-same-policy': 'A key is a multi-Region key',
  'why.replicas-have-the-same-policy':
    'Each replica of a multi-Region key has a policy of its own. A change to one reaches no other, so that copies may work in one Region and fail in the next.',
  'mend.replicas-have-the-same-policy': 'Keep the policies of the key {key} alike in every Region.',
  'ok.destination-arn-is-well-formed': 'The destination is the ARN of a vault',
  'title.destination-arn-is-well-formed': 'The destination is not the ARN of a vault',
  'why.destination-arn-is-well-formed':
    'A plan takes what it is given; the copy then finds no such vault. Quotes inside the ARN, a slash instead of a colon before the name, and the wrong partition are common.',
  'mend.destination-arn-is-well-formed': 'Write the destination as arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.vault-is-available': 'The destination vault is available',
  'title.vault-is-available': 'The destination vault is not available',
  'why.vault-is-available':
    'Its state is {state}. Making a logically air-gapped vault takes minutes, and fails where the policy of its key lacks kms:CreateGrant for whoever makes it.',
  'mend.vault-is-available': 'Wait until the vault is AVAILABLE.',
  'mend.vault-failed': 'Allow kms:CreateGrant in the policy of the key, delete the vault and make it again.',
  'ok.vault-policy-is-about-vault': 'The vault access policy is about its own vault',
  'title.vault-policy-is-about-vault': 'A statement of the vault access policy is about another vault',
  'why.vault-policy-is-about-vault': 'Its Resource fits another vault, so it never applies to this one.',
  'mend.vault-policy-is-about-vault': 'Write "*" or {vault} as its Resource.',
  'ok.vault-policy-names-role': 'The vault access policy names this role, or more',
  'title.vault-policy-names-role': 'The vault access policy names other roles of the source account',
  'why.vault-policy-names-role': 'The copy runs under another role than those that the policy lets in.',
  'mend.vault-policy-names-role': 'Name {role} in the policy, or run the copy under a role that it names.',
  'ok.condition-keys-are-sent': 'Conditions ask only for keys that are sent',
  'title.condition-keys-are-sent': 'A condition asks for a key that is never sent',
  'why.condition-keys-are-sent':
    'No request of a copy carries {keys} there. A positive condition on such a key is never fulfilled, and a negated one always.',
  'mend.condition-keys-are-sent':
    'Drop the condition, or use aws:PrincipalOrgPaths, aws:PrincipalOrgID or aws:PrincipalArn instead.',
  'ok.principals-exist': 'Principals in vault and key policies are whole',
  'title.principals-exist': 'A principal in a policy names nobody',
  'why.principals-exist':
    'A stray space or an empty string names nobody. AROA… or AIDA… is what is left of a role or user that was deleted, and does not fit one made again under the same name.',
  'mend.principals-exist': 'Write the whole ARN of the account, role or user that is meant.',
  'ok.allows-hold-only-with-keys': 'Allows for everybody are bounded by keys that must be there',
  'title.allows-hold-only-with-keys': 'An allow for everybody also holds where its key is absent',
  'why.allows-hold-only-with-keys':
    'ForAllValues is true where a request has no such key: a caller without an organization passes.',
  'mend.allows-hold-only-with-keys':
    'Use ForAnyValue:StringLike with aws:PrincipalOrgPaths, or StringEquals with aws:PrincipalOrgID.',
  'ok.vault-policy-grants-only-copies': 'The vault access policy gives others copies only',
  'title.vault-policy-grants-only-copies': 'The vault access policy gives others more than copies, which has no effect',
  'why.vault-policy-grants-only-copies':
    'Across accounts only backup:CopyIntoBackupVault counts. Anything else is refused when the policy is saved, or ignored: restores across accounts go by a copy back.',
  'mend.vault-policy-grants-only-copies': 'Allow other accounts backup:CopyIntoBackupVault alone.',
  'ok.vault-policy-can-be-changed': 'The vault access policy can be changed by its owners',
  'title.vault-policy-can-be-changed': 'The vault access policy keeps everybody from changing it',
  'why.vault-policy-can-be-changed':
    'A deny for everybody, without a condition, covers backup:PutBackupVaultAccessPolicy: nobody can mend the policy any more, and Terraform cannot destroy it.',
  'mend.vault-policy-can-be-changed':
    "Except an administrator's role from the deny, and leave protection to the vault lock.",
  'ok.guides-agree-on-vault-key': "The destination key is one on which AWS's pages agree",
  'title.guides-agree-on-vault-key': "AWS's pages disagree about this destination key",
  'why.guides-agree-on-vault-key':
    'The encryption page allows an AWS managed key for types that AWS Backup fully manages; the security notes of the cross-account page still deny it. The newer text is followed here.',
  'ok.copy-stays-encrypted': 'The copy is encrypted',
  'title.copy-stays-encrypted': 'The copy is not encrypted',
  'why.copy-stays-encrypted':
    'Copies of unencrypted {type} clusters stay unencrypted, whatever the key of the destination vault.',
  'mend.copy-stays-encrypted': 'Restore the cluster with encryption, and back up that one.',
  'ok.key-deletion-is-denied': 'Deletion of the destination key is denied',
  'title.key-deletion-is-denied': 'Nothing denies the deletion of the destination key',
  'why.key-deletion-is-denied':
    'Without its key no copy can be read. A vault lock keeps recovery points, and not the key that opens them.',
  'mend.key-deletion-is-denied':
    'Deny kms:ScheduleKeyDeletion of {key} in a service control policy, or in the key policy for all but one role.',
  'ok.regions-are-enabled': 'Both accounts have their Region switched on',
  'title.regions-are-enabled': 'An account does not have its Region switched on',
  'why.regions-are-enabled':
    '{region} has to be opted in to by account {account} before anything can be copied there or from there.',
  'mend.regions-are-enabled': 'In account {account}, enable the Region {region}.',
  'ok.destination-has-room': 'The destination is not near a quota',
  'title.destination-has-room': 'The destination is near a quota',
  'why.destination-has-room': 'Copies over a quota wait in CREATED, or fail.',
  'mend.destination-has-room': 'Spread the schedules, keep fewer recovery points, or have the quota raised.',
  'ok.type-can-be-restored-there': 'The destination can restore this type',
  'title.type-can-be-restored-there': 'The destination cannot restore this type yet',
  'why.type-can-be-restored-there':
    'A restore there needs the service-linked role of {service}, which is made when that service is first used.',
  'mend.type-can-be-restored-there': 'In account {account}, create the service-linked role of {service}.',
  'ok.copy-lives-as-long-as-asked': 'The copy lives as long as was asked',
  'title.copy-lives-as-long-as-asked': 'The copy lives shorter than was asked',
  'why.copy-lives-as-long-as-asked':
    'A copy counts its days from the creation of its source. Of the {days} days that are asked for, {left} are left.',
  'mend.copy-lives-as-long-as-asked': 'Ask for {days} days.',
  'ok.retention-is-chosen': 'The copy has a retention of its own',
  'title.retention-is-chosen': 'The copy inherits the retention of its source',
  'why.retention-is-chosen':
    'Without a retention of its own, or with "for ever", a copy ends with its source: {days} days after that one was made.',
  'mend.retention-is-chosen': 'Give the copy action a life cycle; for "for ever" write 36500 days.',
  'ok.plan-copies-something': 'Every rule of the plan copies',
  'title.plan-copies-something': 'A rule of the plan copies nothing',
  'why.plan-copies-something':
    'Each rule copies by its own copy actions. {rules}: none, so that what they back up has no second copy, and no job says so.',
  'mend.plan-copies-something': 'Give the rules a copy action, if what they back up is to have a copy: {rules}.',
  'ok.plan-names-vaults': "The plan's copies name vaults",
  'title.plan-names-vaults': 'A copy of the plan does not name a vault',
  'why.plan-names-vaults': 'A plan takes whatever is written as the destination, and its copies fail one by one.',
  'mend.plan-names-vaults': 'Write destinations as arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.plan-runs-its-copies': "The plan's rules leave each other's runs alone",
  'title.plan-runs-its-copies': 'Runs with copies fall to a rule that overlaps',
  'why.plan-runs-its-copies':
    'Where rules of a plan overlap, AWS keeps the run with the longer retention and drops the other with its copy actions.',
  'mend.plan-runs-its-copies':
    'Move the schedules apart by more than the start window, or give the longer rule the copy actions too.',
  'ok.plan-has-a-selection': 'The plan has a selection',
  'title.plan-has-a-selection': 'The plan has no selection',
  'why.plan-has-a-selection':
    'A plan without a selection backs up nothing, and nothing fails. In a Terraform plan this is so where no aws_backup_selection names the backup plan.',
  'mend.plan-has-a-selection': 'Give the plan a selection, or make sure that another configuration makes it.',
  'ok.plan-selects-something': "The plan's selections pick resources",
  'title.plan-selects-something': 'A selection of the plan picks nothing',
  'why.plan-selects-something':
    'Nothing is backed up and nothing fails. Tags are compared in capitals too, wildcards do not match white space, and a policy that stops tag:GetResources makes a selection empty.',
  'mend.plan-selects-something': 'Tag a resource as the selection asks, or correct the selection.',
  'ok.plan-types-are-opted-in': "The Region opts in to the plan's types",
  'title.plan-types-are-opted-in': 'The Region does not opt in to a type that the plan selects',
  'why.plan-types-are-opted-in':
    'By tag, AWS Backup takes only types that the settings of the Region opt in to. {types}: off.',
  'mend.plan-types-are-opted-in': 'Opt in to {types} in the settings of the Region.',
  'ok.plan-tables-are-advanced': 'Tables are backed up with the advanced features',
  'title.plan-tables-are-advanced': 'Tables are backed up without the advanced features, and never copied',
  'why.plan-tables-are-advanced':
    'A DynamoDB backup that was made without the advanced features cannot be copied, also after they are turned on.',
  'mend.plan-tables-are-advanced':
    'Turn on the advanced features for Amazon DynamoDB backups in the settings of the Region.',
  'ok.plan-copies-keep-no-moments': 'No copy of the plan is one of a continuous backup',
  'title.plan-copies-keep-no-moments': 'Copies of a continuous backup cannot be restored to a moment',
  'why.plan-copies-keep-no-moments':
    'The rule backs up continuously; what it copies is a snapshot of the time of the copy.',
  'mend.plan-copies-keep-no-moments': 'Copy as often as the time between two copies may be lost.',
} as const;
