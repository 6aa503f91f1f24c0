import { malformedQueryString, missingAction, unknownOperation } from '../../messages/common.ts';
import type { OperationModel, ServiceModel } from '../api/service-model.ts';
import { decodeFormMembers, toFormTree } from './form-values.ts';
import type { Answer, RequestedOperation } from './operation-call.ts';
import { bytesToText, parsePairs, trimBlanks } from './percent.ts';
import type { WireRequest } from './request.ts';
import { element, encodeXmlMembers } from './xml-values.ts';

// The query protocol: parameters in a form (or, presigned, in the query string), answers in XML.

/** Throws where `Action` and `Version` name no operation of the service. */
export function findQueryOperation(request: WireRequest, model: ServiceModel): RequestedOperation {
  const parameters = readParameters(request, model);
  const name = parameters.find(([key]) => key === 'Action')?.[1];
  const version = parameters.find(([key]) => key === 'Version')?.[1];
  if (name === undefined || name === '') throw missingAction();
  if (
    version !== model.version ||
    !Object.hasOwn(model.operations, name) ||
    !['GET', 'POST'].includes(request.method)
  ) {
    throw unknownOperation(model.protocol, { operation: name, version });
  }
  const operation = model.operations[name]!;
  return {
    name,
    model: operation,
    decode() {
      if (operation.input === undefined) return {};
      const tree = toFormTree(parameters, model.protocol);
      return decodeFormMembers(tree, model.structures[operation.input]!.members, model);
    },
  };
}

/** The form's parameters before the query string's. */
function readParameters(request: WireRequest, { protocol }: Pick<ServiceModel, 'protocol'>): [string, string][] {
  const form = request.method === 'POST' ? Buffer.from(request.body).toString('latin1') : '';
  const pairs = [trimBlanks(form), request.query].map(parsePairs);
  return pairs.flatMap((each) => {
    if (each === undefined) throw malformedQueryString(protocol);
    return each.map(([name, value]): [string, string] => {
      const texts = [bytesToText(name), bytesToText(value)];
      if (texts[0] === undefined || texts[1] === undefined) throw malformedQueryString(protocol);
      return [texts[0], texts[1]];
    });
  });
}

export const xmlContentType = 'text/xml';

export function encodeQueryOutput(
  output: object,
  {
    name,
    operation,
    model,
    requestId,
  }: { name: string; operation: OperationModel; model: ServiceModel; requestId: string },
): Answer {
  const result =
    operation.output === undefined
      ? ''
      : element(`${name}Result`, encodeXmlMembers(output, model.structures[operation.output]!.members, model));
  const metadata = element('ResponseMetadata', element('RequestId', requestId));
  const body = `<${name}Response xmlns="${model.xmlNamespace}">${result}${metadata}</${name}Response>\n`;
  return { status: 200, headers: { 'content-type': xmlContentType }, body };
}
