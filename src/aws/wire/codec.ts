import type { ServiceModel } from '../api/service-model.ts';
import { encodeJsonOutput, findJsonOperation } from './json-1-1.ts';
import type { Answer, RequestedOperation } from './operation-call.ts';
import { encodeQueryOutput, findQueryOperation } from './query-xml.ts';
import type { WireRequest } from './request.ts';
import { encodeRestOutput, findRestOperation } from './rest-json.ts';

/** Which operation a request asks for, in the service's own protocol. Throws AWS's error where there is none. */
export function findOperation(request: WireRequest, model: ServiceModel): RequestedOperation {
  switch (model.protocol) {
    case 'rest-json':
      return findRestOperation(request, model);
    case 'json-1.1':
      return findJsonOperation(request, model);
    case 'query':
      return findQueryOperation(request, model);
  }
}

/** A handler's output as bytes. An output that is not of the model's shape is a bug of ours: throws InvariantError. */
export function encodeOutput(
  output: object,
  { operation, model, requestId }: { operation: RequestedOperation; model: ServiceModel; requestId: string },
): Answer {
  switch (model.protocol) {
    case 'rest-json':
      return encodeRestOutput(output, operation.model, model);
    case 'json-1.1':
      return encodeJsonOutput(output, operation.model, model);
    case 'query':
      return encodeQueryOutput(output, { name: operation.name, operation: operation.model, model, requestId });
  }
}
