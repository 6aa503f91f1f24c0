import { hash } from 'node:crypto';
import { SecretBytes } from '../../secrets/secret-bytes.ts';
import type { Scope } from './canonical-request.ts';
import { deriveSigningKey } from './canonical-request.ts';

/**
 * Remembers derived signing keys, the most recently used first; what falls out is wiped. A key is found again only with the
 * secret it was derived from, so an access key that got another secret never passes with the old one.
 */
export class SigningKeys {
  readonly #keys = new Map<string, SecretBytes>();
  readonly #digests = new WeakMap<SecretBytes, string>();
  readonly #countMax: number;

  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  get(secret: SecretBytes, scope: Scope): SecretBytes {
    const name = `${this.#digestOf(secret)}/${scope.date}/${scope.region}/${scope.service}`;
    const known = this.#keys.get(name);
    const key = known ?? new SecretBytes(deriveSigningKey(secret.open(), scope));
    this.#keys.delete(name);
    this.#keys.set(name, key);
    this.#shrink();
    return key;
  }

  /** Credentials that are remembered bring the same object again. */
  #digestOf(secret: SecretBytes): string {
    let digest = this.#digests.get(secret);
    if (digest === undefined) this.#digests.set(secret, (digest = hash('sha256', secret.open(), 'base64')));
    return digest;
  }

  #shrink(): void {
    for (const [name, key] of this.#keys) {
      if (this.#keys.size <= this.#countMax) return;
      key.wipe();
      this.#keys.delete(name);
    }
  }
}
