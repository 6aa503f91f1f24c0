import { invariant } from '../../util/invariant.ts';
import type { MemberModel, ServiceModel, ShapeType } from '../api/service-model.ts';

/** The members of a structure as elements, in the model's order; what is absent is left out. */
export function encodeXmlMembers(
  value: object,
  members: Readonly<Record<string, MemberModel>>,
  model: ServiceModel,
): string {
  const fields = value as Readonly<Record<string, unknown>>;
  let xml = '';
  for (const [name, { type }] of Object.entries(members)) {
    const member = fields[name];
    if (member !== undefined && member !== null) xml += element(name, encodeXml(member, type, { model, name }));
  }
  return xml;
}

export const element = (name: string, content: string): string =>
  content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;

function encodeXml(value: unknown, type: ShapeType, at: { model: ServiceModel; name: string }): string {
  if (typeof type !== 'object') return escapeXml(encodeScalar(value, type, at.name));
  if ('list' in type) {
    invariant(Array.isArray(value), `${at.name} of an answer is a list`);
    return value.map((each) => element('member', encodeXml(each, type.list, at))).join('');
  }
  invariant(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${at.name} of an answer is an object`,
  );
  if ('structure' in type) return encodeXmlMembers(value, at.model.structures[type.structure]!.members, at.model);
  return Object.entries(value)
    .map(([key, each]) =>
      element('entry', element('key', escapeXml(key)) + element('value', encodeXml(each, type.map, at))),
    )
    .join('');
}

function encodeScalar(value: unknown, type: ShapeType, name: string): string {
  switch (type) {
    case 'timestamp':
      invariant(value instanceof Date && !Number.isNaN(value.getTime()), `${name} of an answer is a Date`);
      // AWS's query services answer with whole seconds.
      return value.toISOString().replace(/\.\d{3}Z$/, 'Z');
    case 'blob':
      invariant(value instanceof Uint8Array, `${name} of an answer is bytes`);
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    case 'number':
      invariant(typeof value === 'bigint' || Number.isFinite(value), `${name} of an answer is a number`);
      return String(value);
    default:
      invariant(typeof value === type, `${name} of an answer is a ${type as string}`);
      return String(value);
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** What XML 1.0 cannot carry in any spelling. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(notInXml, '\uFFFD')
    .replace(/[&<>"\r]/g, (character) => entities[character]!);
