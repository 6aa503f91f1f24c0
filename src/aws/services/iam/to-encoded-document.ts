/** IAM writes documents into its answers percent-encoded as RFC 3986 has it: more strictly than `encodeURIComponent`. */
export const toEncodedDocument = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
