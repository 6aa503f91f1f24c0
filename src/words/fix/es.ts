import type { fixEn } from './en.ts';

export const fixEs: Readonly<Record<keyof typeof fixEn, string>> = {
  'fix.change': '{number}. En la cuenta {account}: {name}',
  'fix.calls': 'mediante {calls}',
  'fix.ask': '¿Escribir este cambio? (s/n)',
  'fix.shown': 'solo mostrado',
  'fix.written': 'escrito',
  'fix.skipped': 'dejado como estaba',
  'fix.refused': 'rechazado: {reason}',
  'fix.stale': 'Ha cambiado desde que se mostró, así que no se escribió nada. Mire de nuevo.',
  'fix.no-profile': 'Ningún perfil abre la cuenta {account}. Indique uno o pase esto a quien lo tenga.',
  'fix.by-hand': 'No mediante una llamada',
  'fix.nothing': 'Aquí no hay nada que una llamada pueda arreglar.',
  'fix.dry': 'No se escribió nada. Con --apply se le pregunta por cada cambio.',
  'fix.after': 'Leído de nuevo tras los cambios',
};
