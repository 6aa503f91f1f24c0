import type { Tags } from './facts.ts';

/** A tag that an enforced rule refuses. */
export interface TagPolicyViolation {
  readonly key: string;
  readonly value: string;
  /** The rule as the document has it. */
  readonly rule: string;
  /** The key in the rule's capitals. */
  readonly policyKey: string;
  /** Patterns that its value may fit; none: any value. */
  readonly values: readonly string[];
}

interface TagRule {
  readonly tag_key?: unknown;
  readonly tag_value?: unknown;
  readonly enforced_for?: unknown;
}

/**
 * The tags, in the order of keys, that an effective tag policy refuses on what is written. Only rules enforced for one of the
 * types count. A key that differs from the policy's in capitals is a violation, as is a value that none of the policy's matches; a
 * value may hold one `*`. Documents with or without `@@assign` are read; one that cannot be read refuses nothing, since Organizations
 * stores none.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html
 */
export function tagPolicyViolations({
  document,
  tags,
  resourceTypes,
}: {
  readonly document: string;
  readonly tags: Tags;
  /** `ec2:snapshot` */
  readonly resourceTypes: readonly string[];
}): readonly TagPolicyViolation[] {
  const rules = rulesOf(document).filter(([, rule]) => isEnforced(rule, resourceTypes));
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => {
      const broken = rules.find(([name, rule]) => refuses({ name, rule }, { key, value }));
      if (broken === undefined) return [];
      const [name, rule] = broken;
      const policyKey = writtenKey({ name, rule });
      return [{ key, value, rule: JSON.stringify(rule), policyKey, values: strings(rule.tag_value) }];
    });
}

/**
 * The tag as the rule wants it, where that can be told without a guess: only capitals are wrong, or there is one value to choose from.
 */
export function correctedTag({ value, policyKey, values }: TagPolicyViolation): readonly [string, string] | undefined {
  if (values.length === 0 || values.some((pattern) => matches(pattern, value))) return [policyKey, value];
  const literal = values.filter((pattern) => !pattern.includes('*'));
  const respelt = literal.find((each) => each.toLowerCase() === value.toLowerCase());
  const only = values.length === 1 ? literal[0] : undefined;
  const chosen = respelt ?? only;
  return chosen === undefined ? undefined : [policyKey, chosen];
}

function writtenKey({ name, rule }: { name: string; rule: TagRule }): string {
  const written = assigned(rule.tag_key);
  return typeof written === 'string' ? written : name;
}

function refuses(
  { name, rule }: { name: string; rule: TagRule },
  { key, value }: { key: string; value: string },
): boolean {
  const policyKey = writtenKey({ name, rule });
  if (policyKey.toLowerCase() !== key.toLowerCase()) return false;
  if (policyKey !== key) return true;
  const values = strings(rule.tag_value);
  return values.length > 0 && !values.some((pattern) => matches(pattern, value));
}

function matches(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === value;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
}

/** `ec2:snapshot` by name, `ec2:*` or `ec2:ALL_SUPPORTED` for all of a service. */
function isEnforced({ enforced_for }: TagRule, resourceTypes: readonly string[]): boolean {
  const enforced = strings(enforced_for).map((type) => type.toLowerCase());
  return resourceTypes.some((type) => {
    const service = type.split(':')[0];
    return [type, `${service}:*`, `${service}:all_supported`].some((name) => enforced.includes(name));
  });
}

function rulesOf(document: string): readonly (readonly [string, TagRule])[] {
  const parsed: unknown = parse(document);
  const tags = isObject(parsed) ? parsed.tags : undefined;
  return isObject(tags) ? Object.entries(tags).filter((pair): pair is [string, TagRule] => isObject(pair[1])) : [];
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    return undefined;
  }
}

const assigned = (value: unknown): unknown => (isObject(value) && '@@assign' in value ? value['@@assign'] : value);

function strings(value: unknown): readonly string[] {
  const list = assigned(value);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
