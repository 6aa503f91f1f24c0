import type { PolicyDocument } from './document.ts';
import type { PrincipalPattern } from './matching/principal.ts';

export interface NamedPrincipal {
  readonly pattern: PrincipalPattern;
  /** Counted from 0. */
  readonly statement: number;
}

/** Everybody whom a document names, in order, so that a service can refuse those that do not exist. */
export function principalsOf(document: PolicyDocument): readonly NamedPrincipal[] {
  return document.statements.flatMap(({ index, principal }) =>
    (principal?.patterns ?? []).map((pattern) => ({ pattern, statement: index })),
  );
}
