import type { Principal } from '../model/principal.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';

/** How a signature's access key id becomes a principal. */
export interface Credentials {
  /** Nothing for an id that nobody has. Whether the secret fits is for the verifier to find out. */
  find(accessKeyId: string): Promise<Credential | undefined>;
}

export interface Credential {
  readonly principal: Principal;
  /** `any-secret`: dev mode's twelve-digit ids, whose signature is not verified. */
  readonly secret: SecretBytes | 'any-secret';
  /** SHA-256 of the session token that must come along, hex; absent where none may. */
  readonly tokenHash?: string;
  readonly expiresAt?: number;
  readonly isActive: boolean;
  /** Told of each request whose signature has been found good, for who asks later when a key or role was used last. */
  readonly noteUse?: (use: KeyUse) => Promise<void>;
}

export interface KeyUse {
  /** As in the signature's scope: `backup`. */
  readonly service: string;
  readonly region: string;
}
