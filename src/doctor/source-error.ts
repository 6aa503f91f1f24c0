/** Why a source gives no facts. `not-found`: the request names nothing that is there; `malformed`: a file is not what it should be; `unreachable`: no answer; `refused`: the credentials open nothing. */
export type SourceErrorKind = 'not-found' | 'malformed' | 'unreachable' | 'refused';

/** A source that cannot be used, told to people: what, where, and what would be right. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;

  constructor(kind: SourceErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
