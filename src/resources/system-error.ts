/** `ENOENT` and its like; nothing where `error` is no system call's error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

/** The error's code, to tell it in a trouble's detail. An error that no system call made is a bug and is thrown again. */
export function requireSystemErrorCode(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  return code;
}
