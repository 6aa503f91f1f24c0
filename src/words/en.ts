import { checksEn } from './checks/en.ts';
import { explainEn } from './explain/en.ts';
import { fixEn } from './fix/en.ts';
import { pageEn } from './page/en.ts';
import { reportEn } from './report/en.ts';
import { requirementsEn } from './requirements/en.ts';

/** Ids and English sentences, in the order of the copy's chain. Parts stand in braces. */
export const en = {
  ...pageEn,
  ...fixEn,
  ...explainEn,
  ...reportEn,
  ...requirementsEn,
  ...checksEn,
} as const satisfies Readonly<Record<string, string>>;
