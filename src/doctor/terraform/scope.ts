import type { ConfigModule, ConfigResource, Expression, Expressions, PlanJson, Values } from './plan-json.ts';
import { stateResources } from './plan-json.ts';

/** One instance of a resource or data source, as it will be when the plan has been applied. */
export interface Planned {
  readonly address: string;
  /** `module.vault["eu"].module.key`; empty for the root. */
  readonly module: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly values: Values;
  /** `true` for what is known after the plan has been applied only. */
  readonly unknown: Values;
  /** `create`: it is not there yet, so that what the plan does not say of it is not so. */
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  readonly expressions: Expressions;
  readonly providerKey: string;
}

/** All that a plan tells, and how names in it are looked up. */
export interface Scope {
  readonly plan: PlanJson;
  readonly resources: readonly Planned[];
  ofType(...types: readonly string[]): readonly Planned[];
  configOf(module: string): ConfigModule | undefined;
}

export function openScope(plan: PlanJson): Scope {
  const root = plan.configuration?.root_module;
  const configOf = (module: string): ConfigModule | undefined =>
    stepsOf(module).reduce<ConfigModule | undefined>((config, { name }) => config?.module_calls?.[name]?.module, root);
  const resources = [...changedResources(plan, configOf), ...readResources(plan, configOf)];
  const byType = Map.groupBy(
    resources.filter(({ isDeleted }) => !isDeleted),
    ({ mode, type }) => (mode === 'data' ? `data.${type}` : type),
  );
  return {
    plan,
    resources,
    configOf,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
  };
}

type ConfigOf = Scope['configOf'];

function changedResources({ resource_changes = [] }: PlanJson, configOf: ConfigOf): readonly Planned[] {
  return resource_changes.map(({ module_address: module = '', change, address, mode, type, name, index }) => {
    const isDeleted = change.actions.length === 1 && change.actions[0] === 'delete';
    return {
      address,
      module,
      mode,
      type,
      name,
      index,
      values: (isDeleted ? change.before : change.after) ?? {},
      unknown: change.after_unknown ?? {},
      isNew: change.actions.includes('create'),
      isDeleted,
      ...configPart(configOf, { module, mode, type, name }),
    };
  });
}

/** Data sources that have been read already are no change: they stand in the state before, or in the planned values. */
function readResources(plan: PlanJson, configOf: ConfigOf): readonly Planned[] {
  const changed = new Set((plan.resource_changes ?? []).map(({ address }) => address));
  const known = new Map(
    [plan.prior_state?.values?.root_module, plan.planned_values?.root_module]
      .flatMap(stateResources)
      .filter(({ address, mode }) => mode === 'data' && !changed.has(address))
      .map((resource) => [resource.address, resource]),
  );
  return [...known.values()].map(({ module, address, mode, type, name, index, values = {} }) => ({
    address,
    module,
    mode,
    type,
    name,
    index,
    values,
    unknown: {},
    isNew: false,
    isDeleted: false,
    ...configPart(configOf, { module, mode, type, name }),
  }));
}

function configPart(
  configOf: ConfigOf,
  { module, mode, type, name }: Pick<ConfigResource, 'mode' | 'type' | 'name'> & { readonly module: string },
): Pick<Planned, 'expressions' | 'providerKey'> {
  const config = configOf(module)?.resources?.find(
    (each) => each.mode === mode && each.type === type && each.name === name,
  );
  return { expressions: config?.expressions ?? {}, providerKey: config?.provider_config_key ?? 'aws' };
}

interface Step {
  readonly name: string;
  readonly index: string | undefined;
}

/** `module.a["x"].module.b` in steps. */
function stepsOf(module: string): readonly Step[] {
  return [...module.matchAll(/module\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?/g)].map(([, name, index]) => ({
    name: name!,
    index,
  }));
}

const parentOf = (module: string): string => stepsOf(module).slice(0, -1).map(printStep).join('.');

const printStep = ({ name, index }: Step): string => `module.${name}${index === undefined ? '' : `[${index}]`}`;

/** Tells an attribute of a resource that the plan does not know yet: an ARN can be told from names. */
export type Foresee = (resource: Planned, attribute: string) => unknown;

/** What an argument of a resource comes to: its value, or what its expression refers to. Nothing where that is not known. */
export function argumentOf(scope: Scope, resource: Planned, attribute: string, foresee: Foresee): unknown {
  const value = resource.values[attribute];
  if (value !== undefined && value !== null) return value;
  if (resource.unknown[attribute] === undefined || resource.unknown[attribute] === false) return value;
  const expression = resource.expressions[attribute] as Expression | undefined;
  return expression === undefined
    ? undefined
    : valueOfExpression({ scope, foresee, resource }, expression, resource.module);
}

/** All that a list refers to, each once, in order. Beginnings of longer references name the same thing and are left out. */
export function valuesOfReferences(lookup: Lookup, expression: Expression | undefined): readonly string[] {
  const references = expression?.references ?? [];
  const whole = references.filter(
    (reference) => !references.some((other) => other.startsWith(`${reference}.`) || other.startsWith(`${reference}[`)),
  );
  const values = whole.flatMap((reference) => valueOfReference(lookup, reference, lookup.resource.module));
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

interface Lookup {
  readonly scope: Scope;
  readonly foresee: Foresee;
  /** Who asks: its index picks among instances. */
  readonly resource: Planned;
  readonly depth?: number;
}

/** Names may lead on to names, but not for ever. */
const DEPTH_MAX = 20;

export function valueOfExpression(lookup: Lookup, expression: Expression, module: string): unknown {
  if (expression.constant_value !== undefined) return expression.constant_value;
  const { depth = 0 } = lookup;
  if (depth > DEPTH_MAX) return undefined;
  const deeper = { ...lookup, depth: depth + 1 };
  // Terraform writes the whole reference first, then its beginnings.
  for (const reference of expression.references ?? []) {
    const value = valueOfReference(deeper, reference, module);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueOfReference(lookup: Lookup, reference: string, module: string): unknown {
  if (reference.startsWith('var.')) return valueOfVariable(lookup, reference.slice(4), module);
  if (reference.startsWith('module.')) return valueOfOutput(lookup, reference, module);
  if (/^(each|count|local|path|terraform|self)\b/.test(reference)) return undefined;
  return valueOfResource(lookup, reference, module);
}

function valueOfVariable(lookup: Lookup, path: string, module: string): unknown {
  const [name = '', ...rest] = path.split('.');
  const { scope } = lookup;
  if (module === '') return dig(scope.plan.variables?.[name]?.value, rest);
  const last = stepsOf(module).at(-1);
  const parent = parentOf(module);
  const call = last && scope.configOf(parent)?.module_calls?.[last.name];
  const expression = call?.expressions?.[name];
  if (expression === undefined) return dig(scope.configOf(module)?.variables?.[name]?.default, rest);
  return dig(valueOfExpression(lookup, expression, parent), rest);
}

function valueOfOutput(lookup: Lookup, reference: string, module: string): unknown {
  const match = /^module\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?\.([^.[]+)(?:\.(.*))?$/.exec(reference);
  if (match === null) return undefined;
  const [, name = '', index, output = '', rest] = match;
  const child = [...(module === '' ? [] : [module]), printStep({ name, index })].join('.');
  const expression = lookup.scope.configOf(child)?.outputs?.[output]?.expression;
  return expression && dig(valueOfExpression(lookup, expression, child), rest?.split('.') ?? []);
}

function valueOfResource(lookup: Lookup, reference: string, module: string): unknown {
  const match = /^(data\.)?([a-z0-9_]+)\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?\.([a-z0-9_]+)/.exec(reference);
  if (match === null) return undefined;
  const [, data, type = '', name = '', index, attribute = ''] = match;
  const same = lookup.scope
    .ofType(`${data ?? ''}${type}`)
    .filter((each) => each.module === module && each.name === name);
  const found = pick(same, index, lookup.resource);
  if (found === undefined) return undefined;
  const value = argumentOf(lookup.scope, found, attribute, lookup.foresee);
  return value ?? lookup.foresee(found, attribute);
}

/** The instance that a reference names; where it names none, the only one, or the one with the index of who asks. */
function pick(instances: readonly Planned[], index: string | undefined, asker: Planned): Planned | undefined {
  if (index !== undefined) return instances.find((each) => JSON.stringify(each.index) === index);
  if (instances.length === 1) return instances[0];
  return instances.find((each) => each.index !== undefined && each.index === asker.index);
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? (found as Values)[name] : undefined),
    value,
  );
}
