import type { Principal } from '../../model/principal.ts';

/** One signed request, verified: what a handler learns of it beside its input. */
export interface Call {
  readonly principal: Principal;
  /** From the credential scope. */
  readonly region: string;
  readonly requestId: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Whether the request came over TLS: `aws:SecureTransport`. */
  readonly isSecure: boolean;
  readonly now: number;
}

/**
 * One operation as the wire calls it, whatever it needs bound already: takes the decoded and validated input, answers AWS's output
 * shape (nothing where the operation has none) or throws a ServiceError.
 */
export type Handler = (input: unknown, call: Call) => Promise<unknown>;
