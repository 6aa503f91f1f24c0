import type { Origin } from '../service-error.ts';
import type { KnownSentence } from './known-sentence.ts';

/*
 * What AWS says and our server does not, because what it speaks of does not happen here: Windows, hypervisors, quotas of EC2. And answers
 * of calls that people meet on the way to a copy. The doctor explains them all the same.
 */

const guide = (page: string): Origin => ({
  kind: 'documented',
  url: `https://docs.aws.amazon.com/aws-backup/latest/devguide/${page}.html`,
  seen: '2026-09-24',
});
const dashboards = guide('backup-dashboards');
const reported = (from: string): Origin => ({ kind: 'reported', from });
const issues = reported('public issues that quote the answer');

const sentence = (
  id: string,
  template: string,
  { spokenBy = 'backup-job', origin = dashboards }: Partial<Pick<KnownSentence, 'spokenBy' | 'origin'>> = {},
): KnownSentence => ({ id, template, language: 'en', spokenBy, origin });

export const unspokenSentences: readonly KnownSentence[] = [
  sentence('other.vss', 'Windows VSS Backup attempt failed because {}'),
  sentence('other.vss', 'Windows VSS Backup Job Error encountered{}'),
  sentence(
    'other.quota-of-service',
    'Subscriber limit exceeded: You have reached the maximum concurrent number of backups, which is {}. Wait until other jobs finish, and try again. You can also reach out to Support to request a quota increase.',
  ),
  sentence('other.quota-of-service', 'Maximum allowed in-progress snapshots for a single volume exceeded.'),
  sentence('other.quota-of-service', 'Maximum allowed active snapshot limit exceeded.'),
  sentence(
    'other.quota-of-service',
    'Image creation throttled due to maximum number of concurrent snapshots on an EBS volume.',
  ),
  sentence('other.quota-of-service', 'Cannot create more than 20 user snapshots'),
  sentence('other.quota-of-service', 'You have reached the maximum supported backups for your account/database.'),
  sentence(
    'other.quota-of-service',
    'You have reached your quota of 50,000 for the number of public and private images{}',
  ),
  sentence('copy-job.too-many-tags', 'More than 50 tags specified'),
  sentence(
    'other.network-metadata',
    'Your backup succeeded, but we were unable to persist NetworkInterfaces metadata{}',
  ),
  sentence(
    'other.inside-window',
    '{} could not start because it is either inside or too close to the weekly maintenance window configured{}',
  ),
  sentence(
    'other.inside-window',
    '{} could not start because it is either inside or too close to the automated backup window configured{}',
  ),
  sentence('other.access-key', 'The AWS Access Key Id needs a subscription for the service'),
  sentence('other.hypervisor', 'This operation is not valid for the specified hypervisor because it is not online'),
  sentence('other.hypervisor', 'CreateSnapshot method not supported on hypervisor during snapshot creation.'),
  sentence('backup-job.resource-not-found', 'The specified volume was not found.'),
  sentence('backup-job.resource-not-found', 'The virtual machine is not found.'),
  sentence('backup-job.resource-not-found', 'Table not found.'),
  sentence(
    'other.continuous-taken',
    'Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: {}',
    { origin: guide('eventbridge') },
  ),
  sentence(
    'other.continuous-taken',
    'Bucket {} already has continuous backup enabled for another vault Backup job failed.',
    { origin: guide('lag-vault-primary-backup') },
  ),
  sentence(
    'other.air-gapped-type',
    'Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.',
    { origin: guide('lag-vault-primary-backup') },
  ),
  sentence(
    'other.air-gapped-key',
    'Backup job completed successfully to the target backup vault. This resource is encrypted with an AWS managed key and cannot be copied to a logically air-gapped backup vault.',
    { origin: guide('lag-vault-primary-backup') },
  ),
  sentence(
    'other.restore-window',
    'Restore job was unable to start within the specified start window. Try increasing your start window.',
    { spokenBy: 'restore-job', origin: guide('restore-testing') },
  ),
  sentence(
    'other.instance-profile',
    'AWS Backup does not permit attaching a new instance profile to an EC2 instance. Please restore using the backed up instance profile.',
    { spokenBy: 'restore-job', origin: guide('restoring-ec2') },
  ),
  sentence(
    'other.managed-snapshot',
    'This snapshot is managed by the AWS Backup service and cannot be deleted via EC2 APIs. If you wish to delete this snapshot, please do so via the Backup console.',
    { spokenBy: 'call', origin: issues },
  ),
  sentence('call.insufficient-privileges', 'Insufficient privileges to perform this action.', {
    spokenBy: 'call',
    origin: issues,
  }),
  sentence(
    'call.vault-policy-sharing',
    'The specified policy cannot be added to the vault due to cross-account sharing restrictions',
    {
      spokenBy: 'call',
      origin: issues,
    },
  ),
  sentence('call.invalid-principal', 'Policy contains a statement with one or more invalid principals.', {
    spokenBy: 'call',
    origin: reported('tecRacer blog, 26 April 2024'),
  }),
  sentence('call.invalid-principal', 'Provided principal is not valid', { spokenBy: 'call', origin: issues }),
  sentence('copy-job.not-same-organization', 'Your account is not a member of an organization.', {
    spokenBy: 'call',
    origin: issues,
  }),
  sentence('call.feature-not-in-region', 'Feature Cross Account Backup is not available in current region', {
    spokenBy: 'call',
    origin: issues,
  }),
  sentence(
    'call.lifecycle',
    'Error in rule {} : Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays',
    { spokenBy: 'call', origin: issues },
  ),
  sentence(
    'call.lifecycle',
    'Error in rule {} : Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days',
    { spokenBy: 'call', origin: issues },
  ),
  sentence('call.vault-not-empty', 'Backup vault cannot be deleted because it contains recovery points.', {
    spokenBy: 'call',
    origin: issues,
  }),
];
