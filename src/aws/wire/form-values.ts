import type { Protocol } from '../../messages/common.ts';
import { malformedBody, serialization, wrongType } from '../../messages/common.ts';
import type { MemberModel, ServiceModel, ShapeType } from '../api/service-model.ts';
import { formParametersMax, nestingMax } from './limits.ts';
import { decodeText } from './shape-text.ts';

/** Parameters as a tree: `Tags.member.1.Key=a` is a branch of four names. */
export interface FormNode {
  readonly children: Map<string, FormNode>;
  text: string | undefined;
}

/** The first of two equal names counts. Throws AWS's error for a form beyond all bounds. */
export function toFormTree(pairs: readonly (readonly [string, string])[], protocol: Protocol): FormNode {
  if (pairs.length > formParametersMax) throw serialization(protocol, 'Too many parameters');
  const root = newNode();
  for (const [name, value] of pairs) {
    const path = name.split('.');
    if (path.length > nestingMax) throw malformedBody(protocol);
    let node = root;
    for (const step of path) {
      let child = node.children.get(step);
      if (child === undefined) node.children.set(step, (child = newNode()));
      node = child;
    }
    node.text ??= value;
  }
  return root;
}

const newNode = (): FormNode => ({ children: new Map(), text: undefined });

export function decodeFormMembers(
  node: FormNode,
  members: Readonly<Record<string, MemberModel>>,
  model: ServiceModel,
): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(members)) {
    const child = node.children.get(name);
    if (child !== undefined) decoded[name] = decodeForm(child, type, model);
  }
  return decoded;
}

function decodeForm(node: FormNode, type: ShapeType, model: ServiceModel): unknown {
  const { protocol } = model;
  if (typeof type !== 'object') {
    if (node.text === undefined) throw wrongType(protocol, { found: 'STRUCTURE', wanted: 'String' });
    return decodeText(node.text, type, protocol);
  }
  if ('structure' in type) return decodeFormMembers(node, model.structures[type.structure]!.members, model);
  if ('list' in type) return listed(node, 'member', protocol).map((child) => decodeForm(child, type.list, model));
  return Object.fromEntries(
    listed(node, 'entry', protocol).map((entry) => [
      decodeText(entry.children.get('key')?.text ?? '', 'string', protocol),
      decodeForm(entry.children.get('value') ?? newNode(), type.map, model),
    ]),
  );
}

/** `Name.member.1`, `Name.member.2` in the order of their numbers; `Name=` alone is an empty list. */
function listed(node: FormNode, step: string, protocol: Protocol): FormNode[] {
  const numbered = [...(node.children.get(step)?.children ?? [])];
  if (numbered.some(([index]) => !/^\d{1,9}$/.test(index))) throw malformedBody(protocol);
  return numbered.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
}
