/** The map that StartRestoreJob takes: keys differ from type to type, and in their capitals. */
export type RestoreMetadata = Readonly<Record<string, string>>;

/** The key by which an operator names the place of a restore: a `file://` URL below a root that the server allows. */
export const RESTORE_TO = 'restoreTo';

/**
 * The keys by which the types name the KMS key of what is restored: `kmsKeyId` (EBS), `KmsKeyId` (EFS, RDS, FSx), `KMSKey` (S3),
 * `kmsMasterKeyArn` (DynamoDB). Developer Guide, "Restoring a backup", the pages of the types.
 */
const KEY_NAMES = ['kmskeyid', 'kmskey', 'kmsmasterkeyarn'];

/** What the map says of the KMS key of the restored resource, and under which of its keys; nothing where it is silent. */
export function restoreKeyOf(
  metadata: RestoreMetadata,
): { readonly entry: string; readonly keyId: string } | undefined {
  const found = Object.entries(metadata).find(
    ([name, value]) => KEY_NAMES.includes(name.toLowerCase()) && value !== '',
  );
  return found && { entry: found[0], keyId: found[1] };
}

/** Whether the map asks for an encrypted resource (`encrypted`, `Encrypted`); nothing where it is silent. */
export function wantsEncryption(metadata: RestoreMetadata): boolean | undefined {
  const found = Object.entries(metadata).find(([name]) => name.toLowerCase() === 'encrypted');
  return found && found[1].toLowerCase() === 'true';
}
