import { wrongType } from '../../messages/common.ts';
import type { PlainConstraint, ViolatedConstraint, Violation } from '../../messages/validation.ts';
import { invalidInput } from '../../messages/validation.ts';
import type { Constraint, MemberModel, ServiceConstraints, ServiceModel, ShapeType } from '../api/service-model.ts';
import { matchedTextMax, printedValueMax, violationsMax } from './limits.ts';

export interface InputRules {
  readonly model: ServiceModel;
  readonly constraints: ServiceConstraints;
}

/** Returns where the input is as the model wants it; else throws AWS's validation error, which names what is wrong. */
export function validateInput(
  input: Readonly<Record<string, unknown>>,
  { structure, rules }: { readonly structure: string; readonly rules: InputRules },
): void {
  const violations = [...structureViolations(input, structure, { rules, prefix: '' })].slice(0, violationsMax);
  if (violations.length === 0) return;
  const { name, protocol } = rules.model;
  throw invalidInput({ service: name, protocol }, violations);
}

interface Place {
  readonly rules: InputRules;
  /** Of a member's printed name: empty, or ending in a dot. */
  readonly prefix: string;
}

function* structureViolations(value: object, name: string, { rules, prefix }: Place): Iterable<Violation> {
  const { members, required } = rules.model.structures[name]!;
  const constraints = rules.constraints.structures[name];
  const fields = value as Readonly<Record<string, unknown>>;
  for (const [member, model] of Object.entries(members)) {
    const found = fields[member];
    const at = prefix + lowerFirst(member);
    if (found === undefined) {
      if (required.includes(member)) yield { member: at, constraint: { kind: 'required' } };
    } else {
      yield* valueViolations(found, constraints?.[member], { type: model.type, model, at, rules });
    }
  }
}

/** AWS names members after the properties of its own classes. */
const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

interface ValuePlace {
  readonly type: ShapeType;
  readonly model: MemberModel;
  readonly at: string;
  readonly rules: InputRules;
}

function* valueViolations(value: unknown, constraint: Constraint | undefined, place: ValuePlace): Iterable<Violation> {
  const { type, model, at, rules } = place;
  if (constraint?.integer && !Number.isSafeInteger(value)) {
    throw wrongType(rules.model.protocol, { found: 'NUMBER_VALUE', wanted: 'Integer' });
  }
  const toViolation = (violated: ViolatedConstraint): Violation => ({
    member: at,
    constraint: violated,
    ...(model.sensitive ? {} : { value: printValue(value) }),
  });
  for (const violated of constraint === undefined ? [] : ownViolations(value, constraint)) yield toViolation(violated);
  if (typeof type !== 'object') return;
  if ('structure' in type) {
    yield* structureViolations(value as object, type.structure, { rules, prefix: `${at}.` });
  } else if ('list' in type) {
    const elements = value as unknown[];
    if (typeof type.list !== 'object') {
      yield* together('elements', elements, constraint?.member, toViolation);
      return;
    }
    for (const [index, each] of elements.entries()) {
      const element = { type: type.list, model, at: `${at}.${index + 1}.member`, rules };
      yield* valueViolations(each, constraint?.member, element);
    }
  } else {
    yield* together('keys', Object.keys(value as object), constraint?.key, toViolation);
    if (typeof type.map !== 'object') {
      yield* together('values', Object.values(value as object), constraint?.value, toViolation);
      return;
    }
    for (const [key, each] of Object.entries(value as object)) {
      yield* valueViolations(each, constraint?.value, { type: type.map, model, at: `${at}.${key}.member`, rules });
    }
  }
}

/** Scalars of a list or map are named together, with the whole list or map and all that their type asks for. */
function* together(
  kind: 'elements' | 'keys' | 'values',
  scalars: readonly unknown[],
  constraint: Constraint | undefined,
  toViolation: (violated: ViolatedConstraint) => Violation,
): Iterable<Violation> {
  if (constraint === undefined || !scalars.some((each) => !ownViolations(each, constraint).next().done)) return;
  yield toViolation({ kind, constraints: allOf(constraint, typeof scalars[0] === 'number' ? 'value' : 'length') });
}

/** In the order in which AWS lists them. */
function allOf({ min, max, pattern, enum: values }: Constraint, kind: 'value' | 'length'): PlainConstraint[] {
  const constraints: PlainConstraint[] = [];
  if (max !== undefined) constraints.push({ kind, side: 'max', limit: max });
  if (min !== undefined) constraints.push({ kind, side: 'min', limit: min });
  if (pattern !== undefined) constraints.push({ kind: 'pattern', pattern });
  if (values !== undefined) constraints.push({ kind: 'enum', values });
  return constraints;
}

/** The pattern before the length, as AWS has them. */
function* ownViolations(value: unknown, { min, max, pattern, enum: values }: Constraint): Generator<PlainConstraint> {
  const kind = typeof value === 'number' ? 'value' : 'length';
  const size = typeof value === 'number' ? value : sizeOf(value);
  if (typeof value === 'string') {
    if (values !== undefined && !values.includes(value)) yield { kind: 'enum', values };
    if (pattern !== undefined && breaksPattern(value, pattern, max)) yield { kind: 'pattern', pattern };
  }
  if (max !== undefined && size > max) yield { kind, side: 'max', limit: max };
  if (min !== undefined && size < min) yield { kind, side: 'min', limit: min };
}

/** A text that is far too long anyway is not matched: patterns are only as quick as their texts are short. */
function breaksPattern(text: string, pattern: string, max = Number.POSITIVE_INFINITY): boolean {
  if (text.length > max && text.length > matchedTextMax) return false;
  return !compilePattern(pattern).test(text);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

const compiled = new Map<string, RegExp>();

/** AWS's patterns are Java's and hold for the whole text. Only those with `\p{…}` need (and bear) the Unicode flag. */
export function compilePattern(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(`^(?:${pattern})$`, pattern.includes('\\p{') ? 'u' : '');
    compiled.set(pattern, expression);
  }
  return expression;
}

/** As Java prints it, cut where it is absurdly long. */
function printValue(value: unknown): string {
  if (Array.isArray(value)) return cut(`[${value.map(printValue).join(', ')}]`);
  if (value instanceof Uint8Array)
    return `java.nio.HeapByteBuffer[pos=0 lim=${value.byteLength} cap=${value.byteLength}]`;
  if (value instanceof Date || typeof value !== 'object' || value === null) return cut(String(value));
  const fields = Object.entries(value).map(([key, each]) => `${key}=${printValue(each)}`);
  return cut(`{${fields.join(', ')}}`);
}

const cut = (text: string): string => (text.length > printedValueMax ? `${text.slice(0, printedValueMax)}...` : text);
