import type { Finding } from './finding.ts';
import { judgePlans } from './judge-plans.ts';
import { type JsonNode, parseJson } from './language/json.ts';
import { MANAGEMENT_POLICY_LENGTH_MAX } from './limits.ts';

/** Policies that are merged along the path instead of judged; their language is another one than IAM's. */
export type ManagementPolicyProfile = 'tag' | 'backup' | 'other';

/** What stands at the top, by profile; other kinds are not looked into. */
const TOP: Readonly<Record<ManagementPolicyProfile, string | undefined>> = {
  tag: 'tags',
  backup: 'plans',
  other: undefined,
};

/** All that is wrong with a tag or backup policy; nothing where it may be stored. Organizations User Guide, "Tag policy syntax", "Backup policy syntax". */
export function validateManagementPolicy(text: string, profile: ManagementPolicyProfile): readonly Finding[] {
  if (text.length > MANAGEMENT_POLICY_LENGTH_MAX) {
    const sentence = `The document has ${text.length} characters; ${MANAGEMENT_POLICY_LENGTH_MAX} are allowed.`;
    return [{ code: 'too-long', sentence }];
  }
  const json = parseJson(text);
  if (!json.ok) {
    return [{ code: 'syntax', sentence: json.sentence, span: { start: json.position, end: json.position } }];
  }
  if (json.node.kind !== 'object') {
    return [{ code: 'syntax', sentence: 'The document must be a JSON object.', span: json.node.span }];
  }
  const findings: Finding[] = [];
  const top = TOP[profile];
  for (const { name, value } of json.node.members) {
    if (top !== undefined && name !== top && !name.startsWith('@@')) {
      findings.push({ code: 'unknown-element', sentence: `The document has no element "${name}".`, span: value.span });
    } else judgeOperators(value, findings);
    if (profile === 'tag' && name === top) judgeTags(value, findings);
    if (profile === 'backup' && name === top) judgePlans(value, findings);
  }
  return findings;
}

const SETTERS: readonly string[] = ['@@assign', '@@append', '@@remove'];
const LIMITER = '@@operators_allowed_for_child_policies';
const LIMITS: readonly string[] = ['@@all', '@@none', ...SETTERS];

function judgeOperators(node: JsonNode, findings: Finding[]): void {
  if (node.kind !== 'object') return;
  for (const { name, value } of node.members) {
    if (name === LIMITER) judgeLimiter(value, findings);
    else if (name.startsWith('@@') && !SETTERS.includes(name)) {
      findings.push({ code: 'unknown-element', sentence: `"${name}" is not an operator.`, span: value.span });
    } else if (name.startsWith('@@') && !isWords(value)) {
      findings.push({ code: 'syntax', sentence: `${name} must hold a string or a list of strings.`, span: value.span });
    } else judgeOperators(value, findings);
  }
}

function judgeLimiter(node: JsonNode, findings: Finding[]): void {
  const isLimit =
    node.kind === 'array' && node.items.every((item) => item.kind === 'string' && LIMITS.includes(item.value));
  if (isLimit) return;
  findings.push({ code: 'syntax', sentence: `${LIMITER} must hold a list of operators.`, span: node.span });
}

const isWords = (node: JsonNode): boolean => (node.kind === 'array' ? node.items.every(isScalar) : isScalar(node));

const isScalar = ({ kind }: JsonNode): boolean => kind === 'string' || kind === 'number' || kind === 'boolean';

const TAG_ELEMENTS: readonly string[] = ['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for'];

/** Below `tags`, a name for each tag; below that the settings, each with operators. */
function judgeTags(node: JsonNode, findings: Finding[]): void {
  if (node.kind !== 'object') {
    findings.push({ code: 'syntax', sentence: 'tags must hold a JSON object.', span: node.span });
    return;
  }
  for (const { name, value } of node.members) {
    if (name.startsWith('@@')) continue;
    if (value.kind !== 'object') {
      findings.push({ code: 'syntax', sentence: `The tag "${name}" must hold a JSON object.`, span: value.span });
      continue;
    }
    for (const setting of value.members) judgeTagSetting(setting.name, setting.value, findings);
  }
}

function judgeTagSetting(name: string, node: JsonNode, findings: Finding[]): void {
  if (name.startsWith('@@')) return;
  if (!TAG_ELEMENTS.includes(name)) {
    findings.push({ code: 'unknown-element', sentence: `A tag has no element "${name}".`, span: node.span });
    return;
  }
  if (node.kind !== 'object' || node.members.some((member) => !member.name.startsWith('@@'))) {
    findings.push({ code: 'syntax', sentence: `${name} must hold operators such as @@assign.`, span: node.span });
    return;
  }
  for (const operator of node.members) {
    if (name === 'tag_value') judgeWildcards(operator.value, findings);
  }
}

/** Tag policy syntax: one `*` a value at most. */
function judgeWildcards(node: JsonNode, findings: Finding[]): void {
  const items = node.kind === 'array' ? node.items : [node];
  for (const item of items) {
    if (item.kind !== 'string' || item.value.split('*').length <= 2) continue;
    findings.push({
      code: 'syntax',
      sentence: `The value "${item.value}" has more than one wildcard.`,
      span: item.span,
    });
  }
}
