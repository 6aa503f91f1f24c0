/** An AWS error: thrown once, caught once, by the wire. Made only in this room. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** The exception's name on the wire: `ResourceNotFoundException`, `NoSuchEntity`. */
  readonly code: string;
  readonly httpStatus: number;
  readonly fault: 'client' | 'server';
  /** Further members of the body: for Backup `Code` (`ERROR_3015`), `Type`, `Context`. */
  readonly members: Readonly<Record<string, string>>;
  readonly origin: Origin;

  constructor({ code, httpStatus = 400, message, members = {}, origin }: ServiceErrorParts) {
    super(message);
    this.code = code;
    this.httpStatus = httpStatus;
    this.fault = httpStatus >= 500 ? 'server' : 'client';
    this.members = members;
    this.origin = origin;
  }
}

export interface ServiceErrorParts {
  readonly code: string;
  /** Default 400. */
  readonly httpStatus?: number;
  readonly message: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/**
 * Where we learnt a sentence: `recorded` (the real service's answer), `documented` (AWS wrote it), `reported` (users quote
 * the real service publicly), `inferred` (our best reading; `from` says from what).
 */
export type Origin =
  | { readonly kind: 'recorded'; readonly from: string; readonly seen: string }
  | { readonly kind: 'documented'; readonly url: string; readonly seen: string }
  | { readonly kind: 'reported'; readonly from: string }
  | { readonly kind: 'inferred'; readonly from: string };
