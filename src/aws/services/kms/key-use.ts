import { requestContext } from '../../../access/request-context.ts';
import type { KeyUse } from '../../../keys/key-service.ts';
import type { Call } from '../operation.ts';

/** The caller of an operation, as the key service wants to know it. */
export function toKeyUse(call: Call, grantTokens?: readonly string[]): KeyUse {
  return {
    principal: call.principal,
    context: requestContext(call),
    ...(grantTokens === undefined ? {} : { grantTokens }),
  };
}
