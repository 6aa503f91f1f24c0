import type { Principal } from '../model/principal.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';

/** Authenticated, not secret: must be the same to encrypt and to decrypt. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** Who uses a key, and through which service. */
export interface KeyUse {
  readonly principal: Principal;
  /** `ec2.eu-west-1.amazonaws.com` where a service makes the call for the principal: `kms:ViaService`. */
  readonly viaService?: string;
  readonly grantTokens?: readonly string[];
  /** Further condition keys of the request, such as `aws:SourceIp`; the `kms:` ones are filled in here. */
  readonly context?: RequestContext;
}

/**
 * Customer keys. Every call asks policy/ first, for that principal and that key, and throws the service's own
 * AccessDeniedException on a no; nothing here opens without a yes.
 * `keyId` is whatever KMS takes: id, ARN, alias name, alias ARN; names resolve in the caller's account and `region`.
 */
export interface KeyService {
  /** A fresh data key, open and wrapped: 256 bits unless the request says otherwise. */
  generateDataKey(use: KeyUse, request: DataKeyRequest): Promise<WrappedDataKey & { plaintext: SecretBytes }>;
  generateDataKeyWithoutPlaintext(use: KeyUse, request: DataKeyRequest): Promise<WrappedDataKey>;
  encrypt(use: KeyUse, request: KeyRequest & { plaintext: Uint8Array }): Promise<UsedKey & { ciphertext: Uint8Array }>;
  /** The key is read from the ciphertext; `keyId`, where given, must name the same. */
  decrypt(use: KeyUse, request: DecryptRequest): Promise<UsedKey & { plaintext: SecretBytes }>;
  /** The plaintext never leaves the key service. Both keys are asked: `kms:ReEncryptFrom` and `kms:ReEncryptTo`. */
  reEncrypt(
    use: KeyUse,
    request: { source: DecryptRequest; destination: KeyRequest },
  ): Promise<{ ciphertext: Uint8Array; source: UsedKey; destination: UsedKey }>;
  createGrant(use: KeyUse, request: GrantRequest): Promise<{ grantId: string; grantToken: string }>;
  /** No error where it is gone already. */
  retireGrant(use: KeyUse, request: { keyArn: string; grantId: string }): Promise<void>;
  /** The ARN of `alias/aws/backup` and its like in an account and Region; the key comes into being on first use. */
  awsManagedKey(request: { account: string; region: string; alias: string }): Promise<string>;
  /**
   * Wraps under the service's own key, for what AWS calls unencrypted: no customer policy applies. Bound to `purpose`.
   */
  sealOwn(plaintext: Uint8Array, purpose: string): Promise<Uint8Array>;
  openOwn(sealed: Uint8Array, purpose: string): Promise<SecretBytes>;
}

export interface KeyRequest {
  readonly keyId: string;
  readonly region: string;
  readonly encryptionContext?: EncryptionContext;
  /** Default SYMMETRIC_DEFAULT; RSAES_OAEP_SHA_256 and its like for RSA keys. */
  readonly algorithm?: string;
  /** Asks policy and key state, then throws DryRunOperationException in place of the deed. */
  readonly isDryRun?: boolean;
}

export interface DataKeyRequest extends KeyRequest {
  /** Default 32. */
  readonly sizeBytes?: number;
}

/** Which key, and which version of its material, did the work. */
export interface UsedKey {
  readonly keyArn: string;
  /** 64 hexadecimal digits, as AWS's KeyMaterialId. */
  readonly materialId: string;
}

export interface WrappedDataKey extends UsedKey {
  readonly wrapped: Uint8Array;
}

export interface DecryptRequest {
  readonly ciphertext: Uint8Array;
  readonly region: string;
  readonly encryptionContext?: EncryptionContext;
  /** Default SYMMETRIC_DEFAULT; others need `keyId`. */
  readonly algorithm?: string;
  readonly keyId?: string;
  readonly isDryRun?: boolean;
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
    /** On whose behalf a request must be made: `aws:SourceArn`. */
    readonly SourceArn?: string;
  };
  /** An AWS service asks in order to protect a resource: `kms:GrantIsForAWSResource`. */
  readonly isForAwsResource?: boolean;
  readonly isDryRun?: boolean;
}
