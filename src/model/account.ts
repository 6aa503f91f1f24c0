import type { Brand } from '../util/brand.ts';

/** Twelve digits. */
export type AccountId = Brand<string, 'AccountId'>;

export const isAccountId = (text: string): text is AccountId => /^\d{12}$/.test(text);

/** Returns nothing where the text is no account id. */
export function parseAccountId(text: string): AccountId | undefined {
  return isAccountId(text) ? text : undefined;
}
