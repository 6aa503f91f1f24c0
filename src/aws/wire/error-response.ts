import type { ServiceError } from '../../messages/service-error.ts';
import type { ServiceModel } from '../api/service-model.ts';
import { jsonContentType } from './json-1-1.ts';
import type { Answer } from './operation-call.ts';
import { xmlContentType } from './query-xml.ts';
import { element, escapeXml } from './xml-values.ts';

/** The one place where an AWS error becomes bytes, in the form of the service's protocol. */
export function toErrorResponse(
  error: ServiceError,
  { model, requestId }: { readonly model: ServiceModel; readonly requestId: string },
): Answer {
  switch (model.protocol) {
    case 'rest-json':
      return restError(error, model);
    case 'json-1.1':
      return jsonError(error, model);
    case 'query':
      return xmlError(error, { model, requestId });
  }
}

/** The exception's name is in the header; the body's `Code` is another thing (`ERROR_3015`) and comes with the error's members. */
function restError(error: ServiceError, model: ServiceModel): Answer {
  const known = Object.hasOwn(model.errors, error.code);
  const namespace = known ? 'com.amazonaws.services.cryo' : 'com.amazon.coral.service';
  return {
    status: error.httpStatus,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': `${error.code}:http://internal.amazon.com/coral/${namespace}/`,
    },
    body: JSON.stringify({ ...error.members, [messageName(error, model)]: error.message }),
  };
}

function jsonError(error: ServiceError, model: ServiceModel): Answer {
  return {
    status: error.httpStatus,
    headers: { 'content-type': jsonContentType },
    body: JSON.stringify({
      __type: error.code,
      ...error.members,
      ...(error.message === '' ? {} : { [messageName(error, model)]: error.message }),
    }),
  };
}

/** Services differ in how they write it; errors that no model knows say `message`. */
const messageName = ({ code }: ServiceError, { errors }: ServiceModel): string =>
  Object.hasOwn(errors, code) ? errors[code]!.message : 'message';

function xmlError(error: ServiceError, { model, requestId }: { model: ServiceModel; requestId: string }): Answer {
  const code = Object.hasOwn(model.errors, error.code) ? model.errors[error.code]!.code : error.code;
  const content = [
    element('Type', error.fault === 'client' ? 'Sender' : 'Receiver'),
    element('Code', escapeXml(code)),
    element('Message', escapeXml(error.message)),
    ...Object.entries(error.members).map(([name, value]) => element(name, escapeXml(value))),
  ];
  return {
    status: error.httpStatus,
    headers: { 'content-type': xmlContentType },
    body:
      `<ErrorResponse xmlns="${model.xmlNamespace}">${element('Error', content.join(''))}` +
      `${element('RequestId', requestId)}</ErrorResponse>\n`,
  };
}
