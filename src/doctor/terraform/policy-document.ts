import type { Expression, Values } from './plan-json.ts';
import { type Foresee, type Planned, type Scope, valuesOfReferences } from './scope.ts';

/**
 * The document that a `data "aws_iam_policy_document"` will come to, from its blocks, where Terraform reads it when the plan is applied
 * only. Nothing where an element cannot be told, or another document is merged in that is not known.
 */
export function foreseeDocument(scope: Scope, source: Planned, foresee: Foresee): string | undefined {
  const { values, unknown, expressions } = source;
  const merged = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];
  if (merged.some((name) => isGiven(values[name]) || unknown[name] === true)) return undefined;
  const blocks = listOf(values.statement);
  const statements = blocks.map((block, index) =>
    toStatement(
      { scope, foresee, source },
      {
        values: block,
        unknown: listOf(unknown.statement)[index] ?? {},
        expressions: ((expressions.statement ?? []) as readonly Values[])[index] ?? {},
      },
    ),
  );
  if (statements.includes(undefined)) return undefined;
  return JSON.stringify({ Version: values.version ?? '2012-10-17', Statement: statements }, null, 2);
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const listOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as readonly Values[]) : []);

interface Lookup {
  readonly scope: Scope;
  readonly foresee: Foresee;
  readonly source: Planned;
}

interface Block {
  readonly values: Values;
  readonly unknown: Values;
  readonly expressions: Values;
}

function toStatement(lookup: Lookup, block: Block): object | undefined {
  const lists = {
    Action: texts(lookup, block, 'actions'),
    NotAction: texts(lookup, block, 'not_actions'),
    Resource: texts(lookup, block, 'resources'),
    NotResource: texts(lookup, block, 'not_resources'),
    Principal: principals(lookup, block, 'principals'),
    NotPrincipal: principals(lookup, block, 'not_principals'),
    Condition: conditions(lookup, block),
  };
  if (Object.values(lists).includes('unknown')) return undefined;
  const given = Object.entries(lists).filter(([, value]) => value !== 'none');
  const { sid, effect } = block.values;
  return {
    ...(typeof sid === 'string' && sid !== '' && { Sid: sid }),
    Effect: typeof effect === 'string' ? effect : 'Allow',
    ...Object.fromEntries(given),
  };
}

type Part<Value> = Value | 'none' | 'unknown';

/** A list of texts, those that are not known yet told by what the argument refers to. */
function texts(
  { scope, foresee, source }: Lookup,
  { values, unknown, expressions }: Block,
  name: string,
): Part<readonly string[]> {
  const blank = unknown[name];
  const given = values[name];
  if (blank === true) {
    const found = valuesOfReferences({ scope, foresee, resource: source }, expressions[name] as Expression | undefined);
    return found.length === 0 ? 'unknown' : found;
  }
  const list = Array.isArray(given) ? (given as readonly (string | null)[]) : [];
  if (list.length === 0) return 'none';
  const blanks = Array.isArray(blank) ? blank.filter((each) => each === true).length : 0;
  if (blanks === 0) return list.filter((each) => each !== null);
  const found = valuesOfReferences({ scope, foresee, resource: source }, expressions[name] as Expression | undefined);
  const told = found.filter((each) => !list.includes(each));
  return told.length === blanks ? [...list.filter((each) => each !== null), ...told] : 'unknown';
}

function blocksOf(block: Block, name: string): readonly Block[] | 'unknown' {
  if (block.unknown[name] === true) return 'unknown';
  return listOf(block.values[name]).map((values, index) => ({
    values,
    unknown: listOf(block.unknown[name])[index] ?? {},
    expressions: listOf(block.expressions[name])[index] ?? {},
  }));
}

function principals(lookup: Lookup, block: Block, name: string): Part<object | string> {
  const blocks = blocksOf(block, name);
  if (blocks === 'unknown') return 'unknown';
  if (blocks.length === 0) return 'none';
  const found: Record<string, string[]> = {};
  for (const each of blocks) {
    const identifiers = texts(lookup, each, 'identifiers');
    const { type } = each.values;
    if (typeof type !== 'string' || identifiers === 'unknown') return 'unknown';
    if (type === '*') return '*';
    found[type] = [...(found[type] ?? []), ...(identifiers === 'none' ? [] : identifiers)];
  }
  return found;
}

function conditions(lookup: Lookup, block: Block): Part<object> {
  const blocks = blocksOf(block, 'condition');
  if (blocks === 'unknown') return 'unknown';
  if (blocks.length === 0) return 'none';
  const found: Record<string, Record<string, readonly string[]>> = {};
  for (const each of blocks) {
    const { test, variable } = each.values;
    const values = texts(lookup, each, 'values');
    if (typeof test !== 'string' || typeof variable !== 'string' || values === 'unknown') return 'unknown';
    found[test] = { ...found[test], [variable]: values === 'none' ? [] : values };
  }
  return found;
}
