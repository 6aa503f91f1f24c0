/** With milliseconds, as dates inside an event have them; nothing for none. */
export const toIso = (ms: number | null): string | undefined => (ms === null ? undefined : new Date(ms).toISOString());
