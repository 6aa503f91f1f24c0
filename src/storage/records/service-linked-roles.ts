import { invariant } from '../../util/invariant.ts';

export interface ServiceLinkedRole {
  readonly roleName: string;
  /** AWS's own policy, which cannot be attached to anything else. */
  readonly policyArn: string;
}

/** Services that have a role of their own in each account. From each service's page on its service-linked role. */
const ROLES: Readonly<Record<string, readonly [roleName: string, policyName: string]>> = {
  'backup.amazonaws.com': ['AWSServiceRoleForBackup', 'AWSBackupServiceLinkedRolePolicyForBackup'],
  'reports.backup.amazonaws.com': ['AWSServiceRoleForBackupReports', 'AWSServiceRolePolicyForBackupReports'],
  'restore-testing.backup.amazonaws.com': [
    'AWSServiceRoleForBackupRestoreTesting',
    'AWSServiceRolePolicyForBackupRestoreTesting',
  ],
  'dynamodb.application-autoscaling.amazonaws.com': [
    'AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
    'AWSApplicationAutoscalingDynamoDBTablePolicy',
  ],
  'autoscaling.amazonaws.com': ['AWSServiceRoleForAutoScaling', 'AutoScalingServiceRolePolicy'],
  'elasticfilesystem.amazonaws.com': [
    'AWSServiceRoleForAmazonElasticFileSystem',
    'AmazonElasticFileSystemServiceRolePolicy',
  ],
  'fsx.amazonaws.com': ['AWSServiceRoleForAmazonFSx', 'AmazonFSxServiceRolePolicy'],
  'mrk.kms.amazonaws.com': [
    'AWSServiceRoleForKeyManagementServiceMultiRegionKeys',
    'AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy',
  ],
  'organizations.amazonaws.com': ['AWSServiceRoleForOrganizations', 'AWSOrganizationsServiceTrustPolicy'],
  'rds.amazonaws.com': ['AWSServiceRoleForRDS', 'AmazonRDSServiceRolePolicy'],
  'redshift.amazonaws.com': ['AWSServiceRoleForRedshift', 'AmazonRedshiftServiceLinkedRolePolicy'],
  'spot.amazonaws.com': ['AWSServiceRoleForEC2Spot', 'AWSEC2SpotServiceRolePolicy'],
};

export const hasServiceLinkedRole = (service: string): boolean => Object.hasOwn(ROLES, service);

/** Throws InvariantError for a service that has none: ask `hasServiceLinkedRole` first. */
export function serviceLinkedRoleOf(service: string): ServiceLinkedRole {
  const role = hasServiceLinkedRole(service) ? ROLES[service] : undefined;
  invariant(role, `${service} has a service-linked role`);
  return { roleName: role[0], policyArn: `arn:aws:iam::aws:policy/aws-service-role/${role[1]}` };
}
