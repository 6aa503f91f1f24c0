export type ResourceErrorKind =
  /** The source is no URL that we can read: not `file:`, not absolute, not well written. */
  | 'source-invalid'
  /** Its real path lies outside the roots that the operator allowed. */
  | 'source-not-allowed'
  | 'source-missing'
  | 'source-unreadable'
  /** Neither a directory nor a disk image. */
  | 'nature-unknown'
  /** An empty name, `.`, `..`, or one with `/` or a zero byte. */
  | 'name-unsafe'
  /** A name that is there already, in a tree that only we write. */
  | 'name-taken'
  /** The place of a restore holds something, or is no directory. */
  | 'target-taken'
  | 'target-unwritable'
  | 'disk-full';

/** The file system failed us, or was asked for what we refuse. `detail` is a sentence for the operator. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError';
  readonly kind: ResourceErrorKind;
  readonly detail: string;

  constructor(kind: ResourceErrorKind, detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options);
    this.kind = kind;
    this.detail = detail;
  }
}
