import { en } from './en.ts';
import { es } from './es.ts';
import { ja } from './ja.ts';
import { zhTw } from './zh-tw.ts';

export type TextId = keyof typeof en;

/** A sentence of ours that any language can say. */
export interface Text {
  readonly id: TextId;
  /** What stands in the sentence's braces, by name. */
  readonly parts: Readonly<Record<string, string>>;
}

export const LANGUAGES = ['en', 'es', 'ja', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One language's sentences. Parts stand in braces: `{vault}`. */
export type Catalogue = Readonly<Record<TextId, string>>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, es, ja, 'zh-TW': zhTw };

export const text = (id: TextId, parts: Text['parts'] = {}): Text => ({ id, parts });

/** The sentence in a language, its parts filled in. A part that the sentence does not name is left out. */
export function say({ id, parts }: Text, language: Language = 'en'): string {
  return CATALOGUES[language][id].replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
