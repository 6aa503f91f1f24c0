import type { Gate } from '../diagnosis.ts';
import type { Actor } from '../requirement.ts';

/** How a person looks for one cause with the AWS CLI: what tells it apart from the others with the same message. */
export interface WayToLook {
  readonly side: Exclude<Actor['side'], 'nobody'>;
  /** Words in capitals are to be filled in. Reads only. */
  readonly command: string;
}

const source = (command: string): WayToLook => ({ side: 'source', command });
const destination = (command: string): WayToLook => ({ side: 'destination', command });
const management = (command: string): WayToLook => ({ side: 'management', command });

const simulate = (actions: string, resource: string): WayToLook =>
  source(
    `aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names ${actions} --resource-arns ${resource}`,
  );
const describePoint = (members: string): WayToLook =>
  source(
    `aws backup describe-recovery-point --backup-vault-name VAULT --recovery-point-arn RECOVERY_POINT_ARN --query '[${members}]'`,
  );
const describeVault = (members: string): WayToLook =>
  destination(`aws backup describe-backup-vault --backup-vault-name VAULT --query '[${members}]'`);

const WAYS: Readonly<Record<string, readonly WayToLook[]>> = {
  'role-can-be-assumed': [source('aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument')],
  'point-is-available': [describePoint('Status,StatusMessage')],
  'type-can-be-copied': [describePoint('ResourceType,RecoveryPointArn')],
  'air-gapped-vault-takes-type': [
    destination('aws backup describe-backup-vault --backup-vault-name VAULT --query VaultType'),
    describePoint('ResourceType,EncryptionKeyArn'),
  ],
  'point-is-warm': [describePoint('StorageClass,CalculatedLifecycle')],
  'point-is-not-continuous': [describePoint('RecoveryPointArn,Status')],
  'same-organization': [
    source('aws organizations describe-organization --query Organization.Id'),
    destination('aws organizations describe-organization --query Organization.Id'),
  ],
  'cross-account-copy-enabled': [management('aws backup describe-global-settings')],
  'source-role-may-copy-from-vault': [simulate('backup:CopyFromBackupVault', 'RECOVERY_POINT_ARN')],
  'source-role-may-copy-into-vault': [simulate('backup:CopyIntoBackupVault', 'DESTINATION_VAULT_ARN')],
  'destination-vault-exists': [describeVault('BackupVaultArn,VaultState')],
  'destination-vault-admits-source': [
    destination('aws backup get-backup-vault-access-policy --backup-vault-name VAULT'),
  ],
  'destination-vault-admits-retention': [describeVault('MinRetentionDays,MaxRetentionDays,Locked')],
  'storage-gateway-vault-is-own': [describeVault('BackupVaultName,EncryptionKeyArn')],
  'destination-vault-key-is-customer-managed': [
    describeVault('EncryptionKeyArn'),
    destination('aws kms describe-key --key-id KEY_ARN --query KeyMetadata.KeyManager'),
  ],
  'destination-service-linked-role-exists': [destination('aws iam get-role --role-name AWSServiceRoleForBackup')],
  'destination-key-usable': [
    destination('aws kms describe-key --key-id KEY_ARN --query KeyMetadata.KeyState'),
    destination('aws kms get-key-policy --key-id KEY_ARN --policy-name default --output text'),
  ],
  'source-key-is-customer-managed': [
    describePoint('EncryptionKeyArn'),
    source('aws kms describe-key --key-id KEY_ARN --query KeyMetadata.KeyManager'),
  ],
  'source-key-admits-destination': [
    describePoint('EncryptionKeyArn'),
    source('aws kms describe-key --key-id KEY_ARN --query KeyMetadata.KeyState'),
    source('aws kms get-key-policy --key-id KEY_ARN --policy-name default --output text'),
  ],
  'source-role-may-share': [simulate('ec2:ModifySnapshotAttribute rds:ModifyDBSnapshotAttribute', 'SNAPSHOT_ARN')],
  'image-may-leave-account': [source("aws ec2 describe-images --image-ids AMI --query 'Images[].ProductCodes'")],
  'image-is-allowed-at-destination': [destination('aws ec2 get-allowed-images-settings')],
  'source-role-may-copy-tags': [simulate('backup:TagResource backup:ListTags', 'RECOVERY_POINT_ARN')],
  'tags-obey-tag-policy': [
    destination('aws organizations describe-effective-policy --policy-type TAG_POLICY'),
    source('aws backup list-tags --resource-arn RECOVERY_POINT_ARN'),
  ],
  'tags-within-limit': [source("aws backup list-tags --resource-arn RECOVERY_POINT_ARN --query 'length(Tags)'")],
};

/** Where checks look: at the same documents as the requirements beside them. */
const WAYS_AT: Partial<Readonly<Record<Gate, readonly WayToLook[]>>> = {
  caller: [simulate('backup:StartCopyJob iam:PassRole', 'RECOVERY_POINT_ARN ROLE_ARN')],
  organization: [
    management('aws organizations list-policies-for-target --target-id ACCOUNT --filter SERVICE_CONTROL_POLICY'),
    management('aws organizations describe-policy --policy-id POLICY_ID --query Policy.Content --output text'),
  ],
  'recovery-point': [describePoint('ResourceType,Status,Lifecycle')],
  'source-key': [source('aws kms get-key-policy --key-id KEY_ARN --policy-name default --output text')],
  'destination-vault': [
    describeVault('VaultType,VaultState,EncryptionKeyArn'),
    destination('aws backup get-backup-vault-access-policy --backup-vault-name VAULT'),
  ],
  'destination-key': [destination('aws kms get-key-policy --key-id KEY_ARN --policy-name default --output text')],
  'life-cycle': [describePoint('CreationDate,Lifecycle,CalculatedLifecycle')],
};

/** Nothing for what one call cannot show: there the doctor itself is the shorter way. */
export const waysToLook = (failureId: string, gate?: Gate): readonly WayToLook[] =>
  WAYS[failureId] ?? (gate && WAYS_AT[gate]) ?? [];
