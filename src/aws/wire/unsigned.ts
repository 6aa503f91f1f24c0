import type { Principal } from '../../model/principal.ts';
import type { ServiceName } from '../api/service-model.ts';
import type { WireRequest } from './request.ts';
import { headerOf } from './request.ts';

/** STS's operations that bring an identity provider's word in place of a signature: clients send them unsigned. */
const TOKEN_OPERATIONS: ReadonlySet<string> = new Set(['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity']);

/** Whether an operation may come unsigned. */
export const bearsToken = (operation: string): boolean => TOKEN_OPERATIONS.has(operation);

/**
 * Whether a request seems to be one of those and claims no signature. Only a guess, made before anything is decoded: whoever lets it in
 * asks `bearsToken` again of the operation that was found.
 */
export function seemsToBearToken({ headers, query, body }: WireRequest, service: ServiceName): boolean {
  if (service !== 'sts' || headerOf(headers, 'authorization') !== undefined) return false;
  if (/(?:^|&)X-Amz-(?:Algorithm|Signature)=/.test(query)) return false;
  const form = Buffer.from(body).toString('latin1');
  const action = /(?:^|&)Action=(\w+)/.exec(`${query}&${form.trimStart()}`)?.[1];
  return action !== undefined && bearsToken(action);
}

/** Who sends an unsigned request: nobody, who has no rights anywhere. */
export const NOBODY: Principal = { kind: 'federated-user', account: '', arn: '', userId: '' };
