import type { EngineErrorKind } from './engine.ts';

/** The engine could not go on. `facts` never hold plaintext, keys or content hashes: chunks go by their chunk id. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(kind: EngineErrorKind, facts: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
    super(`${kind}${told.length > 0 ? `: ${told.join(', ')}` : ''}`, options);
    this.kind = kind;
    this.facts = facts;
  }
}
