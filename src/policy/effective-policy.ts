import { type JsonNode, parseJson } from './language/json.ts';

/**
 * What tag and backup policies along a path come to: from the root to the account, a level each with all documents attached there.
 * Operators of a child change what its parents set, as far as the parents let them. Documents that cannot be read count for nothing:
 * Organizations refuses them before they are stored. Returns nothing where nothing is set. See Organizations User Guide,
 * "Inheritance operators" and "Inheritance examples".
 */
export function effectivePolicy(levels: readonly (readonly string[])[]): string | undefined {
  const root = newSetting();
  for (const level of levels) {
    for (const text of level) {
      const json = parseJson(text);
      if (json.ok) merge(root, json.node, ALL);
    }
    closeLevel(root);
  }
  const content = print(root);
  return content === undefined ? undefined : JSON.stringify(content);
}

type Operator = '@@assign' | '@@append' | '@@remove';

const ALL: ReadonlySet<Operator> = new Set(['@@assign', '@@append', '@@remove']);
const LIMITER = '@@operators_allowed_for_child_policies';

interface Setting {
  readonly children: Map<string, Setting>;
  /** Absent where nothing is set here: the setting has children instead. */
  value?: string | readonly string[] | undefined;
  /** What levels below may use; absent where it is the parent's. */
  allowed?: ReadonlySet<Operator>;
  /** Takes effect when the level is done: documents of one level do not limit each other. */
  allowedBelow?: ReadonlySet<Operator>;
}

const newSetting = (): Setting => ({ children: new Map() });

function merge(setting: Setting, node: JsonNode, inherited: ReadonlySet<Operator>): void {
  if (node.kind !== 'object') return;
  const allowed = setting.allowed ?? inherited;
  for (const { name, value } of node.members) {
    if (name === LIMITER) limit(setting, value);
    else if (isOperator(name)) {
      if (allowed.has(name)) operate(setting, name, value);
    } else mergeChild(setting, name, value, allowed);
  }
}

function mergeChild(setting: Setting, name: string, value: JsonNode, allowed: ReadonlySet<Operator>): void {
  const child = setting.children.get(name) ?? newSetting();
  setting.children.set(name, child);
  merge(child, value, allowed);
}

const isOperator = (name: string): name is Operator => ALL.has(name as Operator);

function operate(setting: Setting, operator: Operator, node: JsonNode): void {
  const words = toWords(node);
  if (operator === '@@assign') {
    setting.value = node.kind === 'array' ? words : words[0];
    return;
  }
  const before = typeof setting.value === 'string' ? [setting.value] : (setting.value ?? []);
  if (operator === '@@append') setting.value = [...new Set([...before, ...words])];
  else if (setting.value !== undefined) setting.value = before.filter((word) => !words.includes(word));
}

/** A limit that a parent has set may be narrowed further down, never widened. */
function limit(setting: Setting, node: JsonNode): void {
  const words = toWords(node);
  const wanted = words.includes('@@all') ? ALL : new Set(words.filter(isOperator));
  setting.allowedBelow = new Set([...(setting.allowedBelow ?? ALL)].filter((operator) => wanted.has(operator)));
}

function closeLevel(setting: Setting): void {
  const { allowedBelow } = setting;
  if (allowedBelow)
    setting.allowed = new Set([...(setting.allowed ?? ALL)].filter((operator) => allowedBelow.has(operator)));
  for (const child of setting.children.values()) closeLevel(child);
}

function toWords(node: JsonNode): readonly string[] {
  const items = node.kind === 'array' ? node.items : [node];
  const words = items.flatMap((item) => (item.kind === 'array' || item.kind === 'object' ? [] : [item.value]));
  return [...new Set(words)];
}

type Printed = string | readonly string[] | { readonly [name: string]: Printed };

function print(setting: Setting): Printed | undefined {
  if (setting.children.size === 0) return setting.value;
  const members = [...setting.children].flatMap(([name, child]) => {
    const printed = print(child);
    return printed === undefined ? [] : [[name, printed] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
