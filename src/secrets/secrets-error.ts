export type SecretsErrorKind =
  /** Altered, moved to another purpose, or sealed under another root key. */
  | 'seal-broken'
  | 'root-key-unreadable'
  /** Others than its owner may read or write the file. */
  | 'root-key-exposed'
  | 'root-key-malformed';

/** The root key or something sealed under it can't be used. Facts name places and modes, never material. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
  readonly kind: SecretsErrorKind;

  constructor(kind: SecretsErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
