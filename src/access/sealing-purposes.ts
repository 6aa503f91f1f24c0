/** What a secret access key is sealed for: it opens for no other key id. */
export const accessKeyPurpose = (accessKeyId: string): string => `access key ${accessKeyId}`;

/** What a session's secret is sealed for. */
export const sessionPurpose = (accessKeyId: string): string => `session ${accessKeyId}`;
