import type { Span } from './language/json.ts';

/** What is wrong with a document, so that each service can refuse it in its own words. */
export type FindingCode =
  | 'syntax'
  | 'too-long'
  | 'unknown-version'
  | 'missing-statement'
  | 'unknown-element'
  | 'missing-effect'
  | 'invalid-effect'
  | 'missing-action'
  | 'invalid-action'
  | 'missing-resource'
  | 'prohibited-resource'
  | 'invalid-resource'
  | 'missing-principal'
  | 'prohibited-principal'
  | 'invalid-principal'
  | 'invalid-condition'
  | 'invalid-sid'
  | 'prohibited-allow'
  | 'conflicting-elements';

export interface Finding {
  readonly code: FindingCode;
  /** Counted from 0; absent where the whole document is meant. */
  readonly statement?: number;
  /** In our words, a full sentence. */
  readonly sentence: string;
  /** Where it stands in the text. */
  readonly span?: Span;
}
