export type StorageErrorKind =
  | 'blob-missing'
  | 'blob-exists'
  | 'blob-truncated'
  | 'blob-name-invalid'
  | 'blob-archived'
  | 'disk-full'
  | 'lease-lost'
  | 'in-use'
  | 'records-lost'
  | 'records-older'
  | 'protected'
  | 'blobs-elsewhere'
  | 'access-denied'
  | 'bucket-missing'
  | 'store-unfit'
  | 'cold-storage-missing'
  | 'io';

/** The world below us failed. `kind` says how; `jobs/failure.ts` alone decides what becomes of it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(kind: StorageErrorKind, facts: Readonly<Record<string, string | number>>, options?: ErrorOptions) {
    const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
    super(`${kind}${told.length > 0 ? `: ${told.join(', ')}` : ''}`, options);
    this.kind = kind;
    this.facts = facts;
  }
}
