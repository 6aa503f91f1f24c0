import type { ArgumentType, DynamicLibraryResult, FunctionDefinitions } from 'node:ffi';
import { loadFfi } from './load-ffi.ts';

/** Node calls a pointer a function's as well; what is given for it is the same: bytes, or where they lie. */
const FUNCTION = 'function';
const POINTERS: readonly ArgumentType[] = ['pointer', 'buffer'];
const WORDS: readonly ArgumentType[] = ['uint64', 'int64'];

/**
 * C functions that the process itself exports, by their signatures. Nothing where this Node has no `node:ffi`, or a C library lacks one of the names. Each thread
 * opens its own.
 *
 * V8 compiles calls of most signatures into the code around them. When a thread or the process ends, Node frees what it knows of its functions while V8's
 * compiler may still read it, and all dies of it (Node 26.10; with much compiled at that moment nearly always). Signatures
 * with a function's pointer are left out, and their calls take no longer. So one argument of each becomes one; functions without any of 64 bits stay
 * as they are, and are not for hot code.
 */
export function openCFunctions<const Definitions extends FunctionDefinitions>(
  definitions: Definitions,
): DynamicLibraryResult<Definitions>['functions'] | undefined {
  try {
    const named = Object.entries(definitions).map(([name, signature]) => [name, leftOut(signature)]);
    const opened = loadFfi()?.dlopen(null, Object.fromEntries(named) as Definitions);
    return opened?.functions;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('dlsym failed')) return undefined;
    throw error;
  }
}

function leftOut(signature: FunctionDefinitions[string]): FunctionDefinitions[string] {
  const types = [...(signature.arguments ?? [])];
  const pointer = types.findIndex((type) => POINTERS.includes(type));
  const index = pointer >= 0 ? pointer : types.findIndex((type) => WORDS.includes(type));
  if (index >= 0) types[index] = FUNCTION;
  return { ...signature, arguments: types };
}
