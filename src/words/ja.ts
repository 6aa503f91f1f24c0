import { checksJa } from './checks/ja.ts';
import { explainJa } from './explain/ja.ts';
import { reportJa } from './report/ja.ts';
import { requirementsJa } from './requirements/ja.ts';
import type { Catalogue } from './text.ts';

export const ja: Catalogue = {
  ...explainJa,
  ...reportJa,
  ...requirementsJa,
  ...checksJa,
};
