import { ResourceError } from '../../resources/resource-error.ts';
import { EngineError } from '../engine-error.ts';

/** Runs one step at the target. What its file system or its writer refuses becomes EngineError `target-refused`. */
export function targetRefused<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The same of a step that is waited for. */
export async function targetRefusedLater<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof ResourceError)
    return new EngineError('target-refused', { reason: error.kind }, { cause: error });
  if (!(error instanceof Error && 'code' in error)) return error;
  return new EngineError('target-refused', { code: String(error.code) }, { cause: error });
}
