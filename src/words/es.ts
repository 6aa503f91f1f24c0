import { reportEs } from './report/es.ts';
import type { Catalogue } from './text.ts';

export const es: Catalogue = {
  ...reportEs,
  'mend.same-organization': 'Mueva una de las dos cuentas a la organización de la otra.',
};
