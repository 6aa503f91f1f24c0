import { reportEn } from './report/en.ts';

/** Ids and English sentences, in the order of the copy's chain. Parts stand in braces. */
export const en = {
  ...reportEn,
  'mend.same-organization': 'Move one of the two accounts into the organization of the other.',
} as const satisfies Readonly<Record<string, string>>;
