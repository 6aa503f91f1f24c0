// Strings here hold one character a byte, as Node hands over targets and headers.

const unreserved = /[A-Za-z0-9\-._~]/;

const encodedBytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** RFC 3986, everything but the unreserved characters, as Signature Version 4 wants it. */
export function percentEncode(bytes: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += encodedBytes[bytes.charCodeAt(index) & 0xff];
  return text;
}

/** Returns nothing where an escape is broken. */
export function percentDecode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  return text.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Names and values of a query string or form, decoded to bytes. Returns nothing where an escape is broken. */
export function parsePairs(text: string): [name: string, value: string][] | undefined {
  const pairs: [string, string][] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = percentDecode((equals < 0 ? part : part.slice(0, equals)).replaceAll('+', ' '));
    const value = equals < 0 ? '' : percentDecode(part.slice(equals + 1).replaceAll('+', ' '));
    if (name === undefined || value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text. Returns nothing where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The same for a string of one character a byte. */
export const bytesToText = (bytes: string): string | undefined => decodeUtf8(Buffer.from(bytes, 'latin1'));

/** Text that every store and every answer can carry: no NUL, no half of a surrogate pair. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Without ASCII's white space at both ends. `trim()` would also take a no-break space, which is a byte like any other here. */
export const trimBlanks = (text: string): string =>
  text.replace(/^[ \t\n\v\f\r]+/, '').replace(/(?<![ \t\n\v\f\r])[ \t\n\v\f\r]+$/, '');
