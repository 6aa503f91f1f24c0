import type { Principal } from '../model/principal.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';

/** Authenticated, not secret: must be the same to encrypt and to decrypt. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** Who uses a key, and through which service. */
export interface KeyUse {
  readonly principal: Principal;
  /** `ec2.eu-west-1.amazonaws.com` where a service makes the call for the principal: `kms:ViaService`. */
  readonly viaService?: string;
  readonly grantTokens?: readonly string[];
}

/**
 * Customer keys. Every call asks policy/ first, for that principal and that key, and throws the service's own
 * AccessDeniedException on a no; nothing here opens without a yes.
 * `keyId` is whatever KMS takes: id, ARN, alias name, alias ARN; names resolve in the caller's account and `region`.
 */
export interface KeyService {
  /** A fresh 256-bit data key, open and wrapped. */
  generateDataKey(
    use: KeyUse,
    request: KeyRequest,
  ): Promise<{ plaintext: SecretBytes; wrapped: Uint8Array; keyArn: string }>;
  encrypt(
    use: KeyUse,
    request: KeyRequest & { plaintext: Uint8Array },
  ): Promise<{ ciphertext: Uint8Array; keyArn: string }>;
  /** The key is read from the ciphertext; `keyId`, where given, must name the same. */
  decrypt(use: KeyUse, request: DecryptRequest): Promise<{ plaintext: SecretBytes; keyArn: string }>;
  createGrant(use: KeyUse, request: GrantRequest): Promise<{ grantId: string; grantToken: string }>;
  /** No error where it is gone already. */
  retireGrant(use: KeyUse, request: { keyArn: string; grantId: string }): Promise<void>;
  /** The ARN of `alias/aws/backup` and its like in an account and Region; the key comes into being on first use. */
  awsManagedKey(request: { account: string; region: string; alias: string }): Promise<string>;
  /** Wraps under the service's own key, for what AWS calls unencrypted: no customer policy applies. Bound to `purpose`. */
  sealOwn(plaintext: Uint8Array, purpose: string): Promise<Uint8Array>;
  openOwn(sealed: Uint8Array, purpose: string): Promise<SecretBytes>;
}

export interface KeyRequest {
  readonly keyId: string;
  readonly region: string;
  readonly encryptionContext?: EncryptionContext;
}

export interface DecryptRequest {
  readonly ciphertext: Uint8Array;
  readonly region: string;
  readonly encryptionContext?: EncryptionContext;
  readonly keyId?: string;
}

export interface GrantRequest {
  readonly keyId: string;
  readonly region: string;
  /** ARN, or a service principal. */
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
  readonly name?: string;
  readonly constraints?: {
    readonly EncryptionContextEquals?: EncryptionContext;
    readonly EncryptionContextSubset?: EncryptionContext;
  };
  /** An AWS service asks in order to protect a resource: `kms:GrantIsForAWSResource`. */
  readonly isForAwsResource?: boolean;
}
