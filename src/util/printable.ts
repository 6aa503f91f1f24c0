/** What a terminal would obey instead of print. The line break stays. */
const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text from somewhere else (a policy, a tag, a name) as it may be shown: without what moves a cursor or changes colours. */
export const printable = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');

/** The same for a text in JSON, in which such a character can stand only inside a string: escaped, so that its readers get it as it was. */
export const printableJson = (json: string): string =>
  json.replaceAll(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
