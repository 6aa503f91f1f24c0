/** What a terminal would obey instead of print. The line break stays. */
const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text from somewhere else (a policy, a tag, a name) as it may be shown: without what moves a cursor or changes colours. */
export const printable = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');
