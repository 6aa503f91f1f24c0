import { checksEs } from './checks/es.ts';
import { explainEs } from './explain/es.ts';
import { fixEs } from './fix/es.ts';
import { pageEs } from './page/es.ts';
import { reportEs } from './report/es.ts';
import { requirementsEs } from './requirements/es.ts';
import type { Catalogue } from './text.ts';

export const es: Catalogue = {
  ...pageEs,
  ...fixEs,
  ...explainEs,
  ...reportEs,
  ...requirementsEs,
  ...checksEs,
};
