import { reportEs } from './report/es.ts';
import { requirementsEs } from './requirements/es.ts';
import type { Catalogue } from './text.ts';

export const es: Catalogue = {
  ...reportEs,
  ...requirementsEs,
};
