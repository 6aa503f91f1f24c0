import { checksJa } from './checks/ja.ts';
import { explainJa } from './explain/ja.ts';
import { fixJa } from './fix/ja.ts';
import { pageJa } from './page/ja.ts';
import { reportJa } from './report/ja.ts';
import { requirementsJa } from './requirements/ja.ts';
import type { Catalogue } from './text.ts';

export const ja: Catalogue = {
  ...pageJa,
  ...fixJa,
  ...explainJa,
  ...reportJa,
  ...requirementsJa,
  ...checksJa,
};
