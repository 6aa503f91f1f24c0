/** What the doctor says of a sentence of AWS: headings, and remarks on sentences that no requirement of a copy speaks. */
export const explainEn = {
  'explain.by-copy-job': 'What a copy job reports',
  'explain.by-backup-job': 'What a backup job reports',
  'explain.by-restore-job': 'What a restore job reports',
  'explain.by-call': 'The answer to an API call',
  'explain.category': '{what}, category {category}',
  'explain.documented': 'documented by AWS, {url}',
  'explain.recorded': 'recorded from the service: {from}',
  'explain.reported': 'quoted in public: {from}',
  'explain.inferred': 'our reading, not a quotation: {from}',
  'explain.speaks': 'The service itself says: "{sentence}"',
  'explain.cause': 'The cause',
  'explain.causes': 'Possible causes, the likeliest first',
  'explain.look': 'Look',
  'explain.in-account': 'in the {side} account',
  'explain.doctor': 'To have every link judged at once:',
  'explain.likeness': 'This sentence is not known. The nearest that are:',
  'explain.unknown': 'Neither this sentence nor one like it is known.',
  'explain.fragment': 'AWS Backup files every message that contains "{fragment}" under {category}.',
  'explain.no-message': 'The job ended without a message: nothing failed.',
  'about.copy-job.too-many-copy-jobs':
    'Only so many copies of one resource run at a time. Nothing is broken: start it again later, and spread the schedules of plans that copy the same resource.',
  'about.copy-job.ami-storage-not-permitted':
    'The share of the snapshot was taken back before the copy ended, often by an automation that removes every share. Exempt what AWS Backup itself shares. Or the key of the snapshot does not admit the destination.',
  'about.copy-job.unshare-failed':
    'The copy itself is done. The role was deleted while it ran, so the snapshot is still shared with the destination: make the role again, and take the share back by hand.',
  'about.copy-job.option-group-missing':
    'The database has options that stay with it, such as TDE, and AWS Backup passes only the default option group. Create an option group with the same options in the destination Region; copies with TDE must be made with RDS itself.',
  'about.copy-job.tags-point-unavailable':
    'The recovery point, or its copy, was deleted while the tags were being copied. Look whether something expires or deletes points too early.',
  'about.copy-job.key-does-not-exist':
    'The key that was named is not in this account and Region: a slip in its ARN, a key that was deleted, or a single-Region key named in another Region.',
  'about.copy-job.role-may-not-get-resources':
    'The role of the plan may not call tag:GetResources, or a service control policy stops it. Selections by tag then select nothing, and no copy ever starts.',
  'about.copy-job.bucket-versioning-unreadable':
    'The role lacks the rights for S3. Attach AWSBackupServiceRolePolicyForS3Backup, and turn on versioning for the bucket.',
  'about.copy-job.token-expired': 'A session of the service ended while the job ran. Start it again.',
  'about.copy-job.fatal-error':
    'The service failed, or what failed has no message of its own. Have every link judged first; if all hold, start the copy again, then open a support case.',
  'about.backup-job.vault-does-not-exist':
    'The vault that the plan names was deleted. No backup was made, and so nothing is there to copy: name another vault in the plan, or create this one again.',
  'about.backup-job.running-job-for-same-resource':
    'One job a resource at a time: this one waited behind another until its time was over. Spread the schedules, or widen the start window.',
  'about.backup-job.stopped-by-user': 'Somebody called StopBackupJob. CloudTrail knows who.',
  'about.backup-job.expired-before-completion':
    'The backup did not end within its completion window. Widen CompleteWindowMinutes, or let the run begin earlier.',
  'about.backup-job.lifecycle-out-of-range':
    'The retention of the rule lies outside the range of the vault lock. Change DeleteAfterDays in the rule, or choose another vault.',
  'about.backup-job.role-lacks-permissions':
    'The role lacks rights for this type of resource, or, misleadingly, the default role was never created. Attach AWSBackupServiceRolePolicyForBackup, and for S3 its own policy too.',
  'about.backup-job.may-not-describe-resource':
    'The role may not describe the resource. Attach the AWS managed policy for its type; for S3 that is AWSBackupServiceRolePolicyForS3Backup.',
  'about.backup-job.resource-not-found': 'The resource was deleted, or the selection names one that never was.',
  'about.backup-job.not-for-air-gapped':
    'The backup was made in the backup vault. A logically air-gapped vault does not take this resource type, so that no copy went there.',
  'about.backup-job.aws-key-not-for-air-gapped':
    'The backup was made in the backup vault. The resource is under a key that AWS manages, and such a backup cannot be copied into a logically air-gapped vault.',
  'about.backup-job.continuous-not-enabled':
    'The rule asks for continuous backup. It could not be switched on for this resource, and a snapshot was made in its place.',
  'about.backup-job.completed-with-issues':
    'The backup is there, but not everything in the resource could be read. The message names what.',
  'about.backup-job.fatal-error':
    'The service failed. Start the job again; if it fails again, open a support case with the job id.',
  'about.restore-job.access-denied':
    'The role of the restore lacks rights in the account that restores. Attach AWSBackupServiceRolePolicyForRestores, and let the role use the key of the copy.',
  'about.restore-job.target-invalid':
    'The target of the restore exists already and holds something, or cannot be created. Name another.',
  'about.restore-job.items-invalid':
    'The metadata member itemsToRestore must be a JSON list of paths that the recovery point has. Look at its form, and at the spelling of each path.',
  'about.restore-job.completed-with-issues':
    'The bytes are all there; some of the metadata could not be set. The message names which.',
  'about.restore-job.fatal-error': 'The service failed during the restore. Start it again.',
  'about.other.vss':
    'Windows could not freeze its applications for the backup. The backup itself exists, crash-consistent. Look at the VSS agent and its writers on the instance.',
  'about.other.quota-of-service':
    'A quota of the service behind the resource is used up, so no backup was made and none can be copied. Spread the schedules, delete what is no longer needed, or ask AWS for a higher quota.',
  'about.other.network-metadata':
    'The backup is there. The instance has more network interfaces than their description has room for; a restore must set them by hand.',
  'about.other.inside-window':
    'The backup would have run in or too close to a maintenance or backup window of the database, so it was not made and no copy followed. Move the schedule of the plan or the window.',
  'about.other.access-key':
    'The account is not subscribed to the service: often a new account, or a Region that is not enabled.',
  'about.other.hypervisor':
    'The Backup gateway does not reach the hypervisor, or the hypervisor cannot take a snapshot of this machine.',
  'about.other.continuous-taken':
    'A resource has one continuous backup, and another plan or vault has it already. A snapshot was made instead, or nothing. Turn continuous backup off in one of the two.',
  'about.other.air-gapped-type':
    'The backup is in its vault; its type cannot go into a logically air-gapped vault. Copy it to a standard vault.',
  'about.other.air-gapped-key':
    'The backup is in its vault, but under an AWS managed key, which a logically air-gapped vault does not take. Encrypt the resource with a customer managed key.',
  'about.other.restore-window':
    'A restore test did not start in time, since too many ran at once. Widen its start window.',
  'about.other.instance-profile': 'A restored instance may only have the instance profile that it was backed up with.',
  'about.other.managed-snapshot':
    'Snapshots of AWS Backup are deleted with backup:DeleteRecoveryPoint or by their life cycle, not through EC2.',
  'about.call.insufficient-privileges':
    'Said of a vault that does not exist as well as of one that the caller may not see, and of a shared vault that is named without the account that owns it. Look at the spelling of the name, its capitals included, the Region, and --backup-vault-account-id.',
  'about.call.vault-policy-sharing':
    'A vault access policy may give other accounts backup:CopyIntoBackupVault and nothing else. To restore elsewhere, copy there first; a logically air-gapped vault can be shared by RAM.',
  'about.call.invalid-principal':
    'The policy names a user or role that does not exist: a slip in the ARN, a stray space, or AWSServiceRoleForBackup of an account that does not have it yet. Create that first: aws iam create-service-linked-role --aws-service-name backup.amazonaws.com',
  'about.call.feature-not-in-region':
    'AWS does not offer cross-account backup in this Region. Make the call, or the copy, in another.',
  'about.call.lifecycle':
    'Cold storage is paid for 90 days at least: DeleteAfterDays must be 90 or more above MoveToColdStorageAfterDays, and between 1 and 36500.',
  'about.call.vault-not-empty':
    'A vault is deleted when it is empty. Delete its recovery points first, or wait until they expire.',
} as const;
