import type { Protocol } from '../../messages/common.ts';
import { malformedBody, serialization, wrongType } from '../../messages/common.ts';
import { invariant } from '../../util/invariant.ts';
import type { MemberModel, ServiceModel, ShapeType } from '../api/service-model.ts';
import { nestingMax } from './limits.ts';
import { decodeUtf8, isPlainText } from './percent.ts';
import { decodeBase64 } from './shape-text.ts';

type Members = Readonly<Record<string, MemberModel>>;

/** A body that is one JSON object; an empty body is an empty object. Throws AWS's error for anything else. */
export function parseJsonObject(body: Uint8Array, protocol: Protocol): Readonly<Record<string, unknown>> {
  if (body.byteLength === 0) return {};
  const text = decodeUtf8(body);
  if (text === undefined) throw malformedBody(protocol);
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformedBody(protocol);
  return value as Readonly<Record<string, unknown>>;
}

/** Returns nothing where the text is no JSON (or nested beyond what the parser bears). */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Members that the model does not know are left out, and so is what is null: absent and null are the same to AWS. */
export function decodeJsonMembers(
  value: Readonly<Record<string, unknown>>,
  members: Members,
  context: { readonly model: ServiceModel; readonly depth: number },
): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(members)) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member !== undefined && member !== null) decoded[name] = decodeJson(member, type, context);
  }
  return decoded;
}

function decodeJson(value: unknown, type: ShapeType, context: { model: ServiceModel; depth: number }): unknown {
  const { model, depth } = context;
  const { protocol } = model;
  if (typeof type !== 'object') return decodeScalar(value, type, protocol);
  if (depth > nestingMax) throw malformedBody(protocol);
  const deeper = { model, depth: depth + 1 };
  if ('list' in type) {
    if (!Array.isArray(value)) throw mistaken(value, 'List', protocol);
    return value.map((element) => decodeJson(element, type.list, deeper));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistaken(value, 'Map', protocol);
  const fields = value as Readonly<Record<string, unknown>>;
  if ('structure' in type) return decodeJsonMembers(fields, model.structures[type.structure]!.members, deeper);
  // fromEntries defines what assignment would not: a key `__proto__` is a key like any other.
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, element]) => element !== null)
      .map(([key, element]) => [checkText(key, protocol), decodeJson(element, type.map, deeper)]),
  );
}

function decodeScalar(value: unknown, type: ShapeType, protocol: Protocol): unknown {
  switch (type) {
    case 'string':
      if (typeof value !== 'string') throw mistaken(value, 'String', protocol);
      return checkText(value, protocol);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw mistaken(value, 'Number', protocol);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw mistaken(value, 'Boolean', protocol);
      return value;
    case 'timestamp': {
      const date = new Date(typeof value === 'number' ? value * 1000 : Number.NaN);
      if (Number.isNaN(date.getTime())) throw mistaken(value, 'Timestamp', protocol);
      return date;
    }
    default:
      if (typeof value !== 'string') throw mistaken(value, 'Blob', protocol);
      return decodeBase64(value, protocol);
  }
}

function checkText(text: string, protocol: Protocol): string {
  if (!isPlainText(text)) throw serialization(protocol, 'Unexpected character in the value');
  return text;
}

const mistaken = (value: unknown, wanted: string, protocol: Protocol) =>
  wrongType(protocol, { found: jsonKind(value), wanted });

function jsonKind(value: unknown): string {
  if (Array.isArray(value)) return 'LIST';
  if (value === null) return 'NULL_VALUE';
  if (typeof value === 'object') return 'STRUCTURE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE';
}

/** What AWS leaves out is left out: absent members. Times become epoch seconds with milliseconds behind the point, blobs base64. */
export function encodeJsonMembers(value: object, members: Members, model: ServiceModel): Record<string, unknown> {
  const fields = value as Readonly<Record<string, unknown>>;
  const encoded: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(members)) {
    const member = fields[name];
    if (member !== undefined && member !== null) encoded[name] = encodeJson(member, type, { model, name });
  }
  return encoded;
}

function encodeJson(value: unknown, type: ShapeType, at: { model: ServiceModel; name: string }): unknown {
  if (typeof type !== 'object') return encodeScalar(value, type, at.name);
  if ('list' in type) {
    invariant(Array.isArray(value), `${at.name} of an answer is a list`);
    return value.map((element) => encodeJson(element, type.list, at));
  }
  invariant(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${at.name} of an answer is an object`,
  );
  if ('structure' in type) return encodeJsonMembers(value, at.model.structures[type.structure]!.members, at.model);
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, encodeJson(element, type.map, at)]));
}

function encodeScalar(value: unknown, type: ShapeType, name: string): unknown {
  switch (type) {
    case 'timestamp':
      invariant(value instanceof Date && !Number.isNaN(value.getTime()), `${name} of an answer is a Date`);
      return value.getTime() / 1000;
    case 'blob':
      invariant(value instanceof Uint8Array, `${name} of an answer is bytes`);
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    case 'number':
      if (typeof value === 'bigint') return Number(value);
      invariant(Number.isFinite(value), `${name} of an answer is a number`);
      return value;
    default:
      invariant(typeof value === type, `${name} of an answer is a ${type as string}`);
      return value;
  }
}
