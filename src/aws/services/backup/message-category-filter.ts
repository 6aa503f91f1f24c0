/**
 * A category as the records write it: `ACCESS_DENIED`. The API's own examples spell it `AccessDenied` as well, so both find it.
 * Nothing for `ANY`, which asks for no category in particular.
 */
export function parseMessageCategory(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text === 'ANY' || text === 'AGGREGATE_ALL') return undefined;
  return [text.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()];
}
