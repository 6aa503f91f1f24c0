import type { Language } from '../words/text.ts';

/** Where a failure's page stands below `docs/failures`. */
export const failurePath = (id: string, language: Language): string =>
  language === 'en' ? `${id}.md` : `${language}/${id}.md`;
