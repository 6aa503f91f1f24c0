import type { ParsedDocument, PolicyDocument, Statement } from '../document.ts';
import type { Finding } from '../finding.ts';
import { DOCUMENT_LENGTH_MAX } from '../limits.ts';
import { type JsonNode, parseJson } from './json.ts';
import { readStatement } from './read-statement.ts';

const VERSIONS: readonly string[] = ['2008-10-17', '2012-10-17'];
const ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];

/** The text as a document, with all that is wrong with its form. What a kind of document demands beyond that is for `validatePolicyDocument`. */
export function readDocument(text: string): ParsedDocument {
  if (text.length > DOCUMENT_LENGTH_MAX) {
    return {
      findings: [{ code: 'too-long', sentence: `The document is longer than ${DOCUMENT_LENGTH_MAX} characters.` }],
    };
  }
  const json = parseJson(text);
  if (!json.ok) {
    const span = { start: json.position, end: json.position };
    return { findings: [{ code: 'syntax', sentence: json.sentence, span }] };
  }
  if (json.node.kind !== 'object') {
    return { findings: [{ code: 'syntax', sentence: 'The document must be a JSON object.', span: json.node.span }] };
  }
  return readMembers(new Map(json.node.members.map(({ name, value }) => [name, value])));
}

function readMembers(members: ReadonlyMap<string, JsonNode>): ParsedDocument {
  const findings: Finding[] = [];
  for (const [name, value] of members) {
    if (ELEMENTS.includes(name)) continue;
    findings.push({ code: 'unknown-element', sentence: `A document has no element "${name}".`, span: value.span });
  }
  const version = readVersion(members.get('Version'), findings);
  const statements = readStatements(members.get('Statement'), version, findings);
  const id = members.get('Id');
  const isReadable = findings.every(({ code }) => code === 'invalid-principal');
  if (!isReadable) return { findings };
  return { document: { version, statements, ...(id?.kind === 'string' && { id: id.value }) }, findings };
}

function readVersion(node: JsonNode | undefined, findings: Finding[]): PolicyDocument['version'] {
  if (node === undefined) return '2008-10-17';
  if (node.kind === 'string' && VERSIONS.includes(node.value)) return node.value as PolicyDocument['version'];
  findings.push({ code: 'unknown-version', sentence: 'Version must be 2012-10-17 or 2008-10-17.', span: node.span });
  return '2012-10-17';
}

function readStatements(
  node: JsonNode | undefined,
  version: PolicyDocument['version'],
  findings: Finding[],
): readonly Statement[] {
  if (node === undefined) {
    findings.push({ code: 'missing-statement', sentence: 'The document has no Statement.' });
    return [];
  }
  const items = node.kind === 'array' ? node.items : [node];
  if (items.length === 0) {
    findings.push({ code: 'missing-statement', sentence: 'Statement is empty.', span: node.span });
  }
  return items.flatMap((item, index) =>
    readStatement(item, { index, hasVariables: version === '2012-10-17' }, findings),
  );
}
