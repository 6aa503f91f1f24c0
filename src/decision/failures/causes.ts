/**
 * Which requirements and checks let a message be spoken, the likeliest first: messages and causes are many to many. Keys are ids of
 * `messages/`, values ids of requirements and checks. A test holds the table against what the requirements really say.
 */
const SAME_KEY_CAUSES = [
  'source-key-admits-destination',
  'all-keys-of-image-admit-destination',
  'destination-key-usable',
  'destination-service-linked-role-exists',
] as const;

const CAUSES: Readonly<Record<string, readonly string[]>> = {
  'copy-job.not-same-organization': ['same-organization'],
  'copy-job.feature-not-supported': ['type-can-be-copied', 'engine-can-be-copied', 'air-gapped-vault-takes-type'],
  'copy-job.destination-uses-default-key': ['destination-vault-key-is-customer-managed'],
  'copy-job.source-uses-aws-managed-key': ['source-key-is-customer-managed', 'all-keys-of-image-admit-destination'],
  'copy-job.source-snapshot-key-unusable': ['source-key-admits-destination', 'destination-service-linked-role-exists'],
  'copy-job.ami-snapshot-key-not-accessible': SAME_KEY_CAUSES,
  'copy-job.access-denied': [
    'destination-vault-admits-source',
    'source-role-may-copy-into-vault',
    'source-role-may-copy-from-vault',
    'destination-vault-exists',
    'vault-is-available',
  ],
  'copy-job.tags-not-copied': ['tags-obey-tag-policy', 'source-role-may-copy-tags'],
  'copy-job.tag-policy-violated': ['tags-obey-tag-policy'],
  'copy-job.cross-account-copy-disabled': ['cross-account-copy-enabled'],
  'copy-job.retention-out-of-range': ['destination-vault-admits-retention'],
  'copy-job.storage-gateway-needs-own-vault': ['storage-gateway-vault-is-own'],
  'copy-job.marketplace-image': ['image-may-leave-account'],
  'copy-job.source-ami-not-found': ['image-is-allowed-at-destination'],
  'copy-job.ami-storage-not-permitted': ['source-key-admits-destination'],
  'copy-job.option-group-missing': ['option-group-goes-along'],
  'copy-job.target-key-unusable': ['destination-key-usable', 'destination-service-linked-role-exists'],
  'copy-job.tags-not-readable': ['source-role-may-copy-tags'],
  'copy-job.too-many-tags': ['tags-within-limit'],
  'copy-job.key-disabled-or-denied': SAME_KEY_CAUSES,
  'copy-job.key-not-accessible': SAME_KEY_CAUSES,
  'copy-job.key-does-not-exist': ['source-key-admits-destination', 'destination-key-usable'],
  'copy-job.role-not-assumable': ['role-can-be-assumed'],
  'copy-job.not-authorized': [
    'source-role-may-share',
    'source-role-may-copy-from-vault',
    'source-role-may-copy-into-vault',
  ],
  'copy-job.point-is-cold': ['point-is-warm'],
  'copy-job.point-is-continuous': ['point-is-not-continuous'],
  'copy-job.point-not-found': ['point-is-available'],
  'copy-job.destination-vault-not-found': ['destination-vault-exists'],
  'backup-job.role-not-assumable': ['role-can-be-assumed'],
  'backup-job.access-denied': ['source-role-may-copy-into-vault'],
  'backup-job.key-disabled-or-denied': ['source-key-admits-destination'],
  'backup-job.tags-not-copied': ['tags-obey-tag-policy', 'source-role-may-copy-tags'],
  'backup-job.too-many-tags': ['tags-within-limit'],
  'restore-job.recovery-point-not-found': ['point-is-available'],
};

/** The requirements whose being unmet makes AWS speak this message; none for messages of other things. */
export const causesOf = (messageId: string): readonly string[] => CAUSES[messageId] ?? [];

/** The other way: every message that a requirement may make AWS speak. */
export const messagesOf = (requirementId: string): readonly string[] =>
  Object.entries(CAUSES).flatMap(([message, causes]) => (causes.includes(requirementId) ? [message] : []));
