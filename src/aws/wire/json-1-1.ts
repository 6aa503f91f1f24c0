import { unknownOperation } from '../../messages/common.ts';
import type { OperationModel, ServiceModel } from '../api/service-model.ts';
import { decodeJsonMembers, encodeJsonMembers, parseJsonObject } from './json-values.ts';
import type { Answer, RequestedOperation } from './operation-call.ts';
import type { WireRequest } from './request.ts';
import { headerOf } from './request.ts';

// The JSON 1.1 protocol: `X-Amz-Target` names the operation, the body is the input.

/** Throws where the target names no operation of the service. */
export function findJsonOperation(request: WireRequest, model: ServiceModel): RequestedOperation {
  const target = headerOf(request.headers, 'x-amz-target') ?? '';
  const name = target.startsWith(`${model.target}.`) ? target.slice(model.target.length + 1) : '';
  if (request.method !== 'POST' || !Object.hasOwn(model.operations, name)) {
    throw unknownOperation(model.protocol, { operation: name });
  }
  const operation = model.operations[name]!;
  return {
    name,
    model: operation,
    decode() {
      const body = parseJsonObject(request.body, model.protocol);
      if (operation.input === undefined) return {};
      return decodeJsonMembers(body, model.structures[operation.input]!.members, { model, depth: 0 });
    },
  };
}

export const jsonContentType = 'application/x-amz-json-1.1';

export function encodeJsonOutput(output: object, operation: OperationModel, model: ServiceModel): Answer {
  const headers = { 'content-type': jsonContentType };
  if (operation.output === undefined) return { status: 200, headers, body: '' };
  const members = model.structures[operation.output]!.members;
  return { status: 200, headers, body: JSON.stringify(encodeJsonMembers(output, members, model)) };
}
