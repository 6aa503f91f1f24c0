import type { Finding } from './finding.ts';
import type { JsonNode } from './language/json.ts';

/** What a plan of a backup policy may hold. Organizations User Guide, "Backup policy syntax". */
const PLAN_ELEMENTS: readonly string[] = [
  'regions',
  'rules',
  'selections',
  'advanced_backup_settings',
  'backup_plan_tags',
  'scan_settings',
];

const RULE_ELEMENTS: readonly string[] = [
  'schedule_expression',
  'schedule_expression_timezone',
  'start_backup_window_minutes',
  'complete_backup_window_minutes',
  'target_backup_vault_name',
  'target_logically_air_gapped_backup_vault_arn',
  'enable_continuous_backup',
  'lifecycle',
  'recovery_point_tags',
  'copy_actions',
  'index_actions',
  'scan_actions',
];

/** Adds what is wrong below `plans`: a value outside an operator would set nothing, and nobody would hear of it. */
export function judgePlans(plans: JsonNode, findings: Finding[]): void {
  judgeValues('plans', plans, findings);
  for (const plan of membersOf(plans)) {
    judgeElements('plan', plan.value, { known: PLAN_ELEMENTS, findings });
    const rules = membersOf(plan.value).find(({ name }) => name === 'rules');
    for (const rule of rules === undefined ? [] : membersOf(rules.value)) {
      judgeElements('rule', rule.value, { known: RULE_ELEMENTS, findings });
    }
  }
}

/** Members that are no operators, whose values are judged elsewhere. */
function membersOf(node: JsonNode) {
  return node.kind === 'object' ? node.members.filter(({ name }) => !name.startsWith('@@')) : [];
}

function judgeValues(name: string, node: JsonNode, findings: Finding[]): void {
  if (node.kind !== 'object') {
    findings.push({ code: 'syntax', sentence: `${name} must hold operators such as @@assign.`, span: node.span });
    return;
  }
  for (const member of membersOf(node)) judgeValues(member.name, member.value, findings);
}

function judgeElements(
  what: 'plan' | 'rule',
  node: JsonNode,
  { known, findings }: { known: readonly string[]; findings: Finding[] },
): void {
  for (const { name, value } of membersOf(node)) {
    if (known.includes(name)) continue;
    findings.push({ code: 'unknown-element', sentence: `A ${what} has no element "${name}".`, span: value.span });
  }
}
