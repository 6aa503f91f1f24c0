import type { Protocol } from '../../messages/common.ts';
import { serialization, wrongType } from '../../messages/common.ts';
import type { ShapeType } from '../api/service-model.ts';
import { isPlainText } from './percent.ts';

/** A scalar that travels as text: in a path, a query string, a form. Throws AWS's error where it is not of the type. */
export function decodeText(text: string, type: ShapeType, protocol: Protocol): unknown {
  if (!isPlainText(text)) throw serialization(protocol, 'Unexpected character in the value');
  switch (type) {
    case 'string':
      return text;
    case 'number':
      return decodeNumber(text, protocol);
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrongType(protocol, { found: 'STRING_VALUE', wanted: 'Boolean' });
      return text === 'true';
    case 'timestamp':
      return decodeTime(text, protocol);
    case 'blob':
      return decodeBase64(text, protocol);
    default:
      throw wrongType(protocol, { found: 'STRING_VALUE', wanted: 'Structure' });
  }
}

function decodeNumber(text: string, protocol: Protocol): number {
  const number = /^[+-]?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) throw wrongType(protocol, { found: 'STRING_VALUE', wanted: 'Integer' });
  return number;
}

const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** ISO 8601, as clients write times in query strings and forms; epoch seconds are understood as well. */
function decodeTime(text: string, protocol: Protocol): Date {
  const ms = iso8601.test(text)
    ? Date.parse(text)
    : /^-?\d{1,12}(\.\d{1,9})?$/.test(text)
      ? Number(text) * 1000
      : Number.NaN;
  if (Number.isNaN(ms)) throw wrongType(protocol, { found: 'STRING_VALUE', wanted: 'Timestamp' });
  return new Date(ms);
}

/** Strict: what Node would skip is refused. */
export function decodeBase64(text: string, protocol: Protocol): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw serialization(protocol, 'The value is not valid base64');
  }
  return new Uint8Array(Buffer.from(text, 'base64'));
}
