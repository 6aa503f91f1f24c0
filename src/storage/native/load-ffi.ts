/** Node's `node:ffi`; nothing where there is none: older Nodes answer undefined, or throw where the module needs its flag. */
export function loadFfi(): typeof import('node:ffi') | undefined {
  try {
    return process.getBuiltinModule('node:ffi') as typeof import('node:ffi') | undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_')) return undefined;
    throw error;
  }
}
