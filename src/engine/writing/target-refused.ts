import { ResourceError } from '../../resources/resource-error.ts';
import { EngineError } from '../engine-error.ts';

/** Runs one step at the target. What its file system or its writer refuses becomes EngineError `target-refused`. */
export function targetRefused<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ResourceError)
      throw new EngineError('target-refused', { reason: error.kind }, { cause: error });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new EngineError('target-refused', { code: String(error.code) }, { cause: error });
  }
}
