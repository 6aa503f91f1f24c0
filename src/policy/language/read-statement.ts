import { type Condition, toCondition } from '../conditions/condition.ts';
import { parseOperator } from '../conditions/operator.ts';
import type { ActionElement, PrincipalElement, ResourceElement, Statement } from '../document.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { toActionTemplate } from '../matching/action.ts';
import { toTemplate } from '../matching/template.ts';
import type { JsonNode, Span } from './json.ts';
import { readPrincipals } from './read-principals.ts';

const ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

interface Place {
  readonly index: number;
  readonly hasVariables: boolean;
}

type Report = (code: FindingCode, sentence: string, span: Span) => void;

/** One statement; none, and findings, where its form is not that of a statement. */
export function readStatement(node: JsonNode, place: Place, findings: Finding[]): readonly Statement[] {
  const report: Report = (code, sentence, span) => findings.push({ code, statement: place.index, sentence, span });
  if (node.kind !== 'object') {
    report('syntax', 'A statement must be a JSON object.', node.span);
    return [];
  }
  const members = new Map(node.members.map(({ name, value }) => [name, value]));
  for (const [name, value] of members) {
    if (!ELEMENTS.includes(name)) report('unknown-element', `A statement has no element "${name}".`, value.span);
  }
  const effect = readEffect(members.get('Effect'), node.span, report);
  const sid = readSid(members.get('Sid'), report);
  const principal = readPrincipalElement(members, report);
  const action = readAction(members, node.span, report);
  const resource = readResource(members, place, report);
  const conditions = readConditions(members.get('Condition'), place, report);
  if (!effect || !action) return [];
  return [
    {
      index: place.index,
      name: sid || `statement ${place.index + 1}`,
      effect,
      action,
      conditions,
      span: node.span,
      ...(sid !== undefined && { sid }),
      ...(principal && { principal }),
      ...(resource && { resource }),
    },
  ];
}

function readEffect(node: JsonNode | undefined, statement: Span, report: Report): 'Allow' | 'Deny' | undefined {
  if (node === undefined) report('missing-effect', 'The statement has no Effect.', statement);
  else if (node.kind === 'string' && (node.value === 'Allow' || node.value === 'Deny')) return node.value;
  else report('invalid-effect', 'Effect must be Allow or Deny.', node.span);
  return undefined;
}

function readSid(node: JsonNode | undefined, report: Report): string | undefined {
  if (node === undefined || node.kind === 'string') return node?.value;
  report('invalid-sid', 'Sid must be a string.', node.span);
  return undefined;
}

/** The element or its negation; both at once is a finding. */
function pick(members: ReadonlyMap<string, JsonNode>, name: string, report: Report) {
  const node = members.get(name);
  const negated = members.get(`Not${name}`);
  if (node && negated) {
    report('conflicting-elements', `The statement has both ${name} and Not${name}.`, negated.span);
  }
  const picked = node ?? negated;
  return picked && { node: picked, isNegated: node === undefined };
}

function readPrincipalElement(members: ReadonlyMap<string, JsonNode>, report: Report): PrincipalElement | undefined {
  const picked = pick(members, 'Principal', report);
  if (!picked) return undefined;
  const patterns = readPrincipals(picked.node, (sentence, span) => report('invalid-principal', sentence, span));
  const written = patterns.map((pattern) => pattern.written).join(', ');
  return { isNegated: picked.isNegated, patterns, written };
}

const ACTION = /^(?:\*|(?:[a-z0-9-]+|\*):[a-z0-9*?]+)$/i;

function readAction(
  members: ReadonlyMap<string, JsonNode>,
  statement: Span,
  report: Report,
): ActionElement | undefined {
  const picked = pick(members, 'Action', report);
  if (!picked) {
    report('missing-action', 'The statement has neither Action nor NotAction.', statement);
    return undefined;
  }
  const words = readWords(picked.node, 'Action', (sentence, span) => report('invalid-action', sentence, span));
  for (const { value, span } of words) {
    if (!ACTION.test(value)) report('invalid-action', `"${value}" is not of the form service:Action.`, span);
  }
  const values = words.map(({ value }) => value);
  return { isNegated: picked.isNegated, patterns: values.map(toActionTemplate), written: values.join(', ') };
}

const RESOURCE = /^(?:\*|arn:.+|\$\{.+)$/s;

function readResource(
  members: ReadonlyMap<string, JsonNode>,
  { hasVariables }: Place,
  report: Report,
): ResourceElement | undefined {
  const picked = pick(members, 'Resource', report);
  if (!picked) return undefined;
  const words = readWords(picked.node, 'Resource', (sentence, span) => report('invalid-resource', sentence, span));
  for (const { value, span } of words) {
    if (!RESOURCE.test(value) && !/^[*?]/.test(value)) {
      report('invalid-resource', `Resource "${value}" must be an ARN or "*".`, span);
    }
  }
  const values = words.map(({ value }) => value);
  const patterns = values.map((value) => toTemplate(value, { hasWildcards: true, hasVariables }));
  return { isNegated: picked.isNegated, patterns, written: values.join(', ') };
}

function readConditions(node: JsonNode | undefined, place: Place, report: Report): readonly Condition[] {
  if (node === undefined) return [];
  if (node.kind !== 'object') {
    report('invalid-condition', 'Condition must be a JSON object.', node.span);
    return [];
  }
  return node.members.flatMap(({ name, value }) => readOperator(name, value, place, report));
}

function readOperator(operator: string, node: JsonNode, place: Place, report: Report): readonly Condition[] {
  const name = parseOperator(operator);
  if (!name || node.kind !== 'object') {
    const sentence = name ? `${operator} must hold a JSON object.` : `"${operator}" is not a condition operator.`;
    report('invalid-condition', sentence, node.span);
    return [];
  }
  return node.members.flatMap(({ name: key, value }) => {
    const values = readScalars(value);
    if (!values) {
      report('invalid-condition', `The values of ${key} must be strings, numbers or booleans.`, value.span);
      return [];
    }
    const condition = toCondition({ operator, name, key, values }, place.hasVariables);
    if (!('unsuited' in condition)) return [condition];
    report('invalid-condition', `"${condition.unsuited}" is not a value for ${operator}.`, value.span);
    return [];
  });
}

/** IAM takes numbers and booleans for the strings they are written as. */
function readScalars(node: JsonNode): readonly string[] | undefined {
  const items = node.kind === 'array' ? node.items : [node];
  const values: string[] = [];
  for (const item of items) {
    if (item.kind === 'array' || item.kind === 'object' || item.kind === 'null') return undefined;
    values.push(item.value);
  }
  return values;
}

function readWords(
  node: JsonNode,
  element: string,
  refuse: (sentence: string, span: Span) => void,
): readonly { readonly value: string; readonly span: Span }[] {
  const items = node.kind === 'array' ? node.items : [node];
  if (items.length === 0) refuse(`${element} is empty.`, node.span);
  return items.flatMap((item) => {
    if (item.kind === 'string') return [item];
    refuse(`${element} must hold strings.`, item.span);
    return [];
  });
}
