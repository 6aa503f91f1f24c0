import { wrongType } from '../../messages/common.ts';
import type { ViolatedConstraint, Violation } from '../../messages/validation.ts';
import { invalidIamValue, invalidInput } from '../../messages/validation.ts';
import type { Constraint, MemberModel, ServiceConstraints, ServiceModel, ShapeType } from '../api/service-model.ts';
import { printedValueMax, violationsMax } from './limits.ts';

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
  const own = rules.model.name === 'iam' ? invalidIamValue(violations[0]!) : undefined;
  throw own ?? invalidInput(rules.model.protocol, violations);
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
  for (const violated of constraint === undefined ? [] : ownViolations(value, constraint)) {
    yield { member: at, constraint: violated, ...(model.sensitive ? {} : { value: printValue(value) }) };
  }
  if (typeof type !== 'object') return;
  if ('structure' in type) {
    yield* structureViolations(value as object, type.structure, { rules, prefix: `${at}.` });
  } else if ('list' in type) {
    for (const [index, each] of (value as unknown[]).entries()) {
      yield* valueViolations(each, constraint?.member, {
        type: type.list,
        model,
        at: `${at}.${index + 1}.member`,
        rules,
      });
    }
  } else {
    for (const [key, each] of Object.entries(value as object)) {
      yield* valueViolations(key, constraint?.key, { type: 'string', model, at: `${at}.key`, rules });
      yield* valueViolations(each, constraint?.value, { type: type.map, model, at: `${at}.${key}.member`, rules });
    }
  }
}

function* ownViolations(value: unknown, constraint: Constraint): Iterable<ViolatedConstraint> {
  const { min, max, pattern } = constraint;
  const kind = typeof value === 'number' ? 'value' : 'length';
  const size = typeof value === 'number' ? value : sizeOf(value);
  if (max !== undefined && size > max) yield { kind, side: 'max', limit: max };
  if (min !== undefined && size < min) yield { kind, side: 'min', limit: min };
  if (typeof value !== 'string') return;
  if (constraint.enum !== undefined && !constraint.enum.includes(value))
    yield { kind: 'enum', values: constraint.enum };
  // A text that is too long anyway is not matched: patterns are only as quick as their texts are short.
  const isTooLong = max !== undefined && size > max;
  if (pattern !== undefined && !isTooLong && !compilePattern(pattern).test(value)) yield { kind: 'pattern', pattern };
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
