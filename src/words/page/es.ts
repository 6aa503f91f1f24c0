import type { pageEn } from './en.ts';

export const pageEs: Readonly<Record<keyof typeof pageEn, string>> = {
  'page.says': 'Lo que dice AWS',
  'page.silent': 'AWS no dice nada de esto: la copia falla, o perjudica, sin un mensaje propio.',
  'page.look': 'Cómo comprobarlo',
  'page.capitals': 'Las palabras en mayúsculas hay que rellenarlas.',
  'page.doctor': 'El doctor lee todo esto, y los demás eslabones, de una vez:',
  'page.mend': 'Cómo arreglarlo',
  'page.example': 'Un ejemplo',
  'page.found': 'Lo que se encontró',
  'page.sources': 'Fuentes',
  'page.index': 'Lo que impide una copia',
  'page.intro':
    'Cada requisito de una copia, y lo demás que mira el doctor, en el orden de la cadena. Los nombres dicen lo que se cumple cuando todo va bien.',
};
