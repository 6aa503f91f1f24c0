import { type Fact, isUnknown, type Unknown } from '../../decision/facts.ts';
import { SourceError } from '../source-error.ts';

/** Where a value stands in a file: `vaults["arn:…"].tags`. */
export interface Spot {
  readonly path: string;
  /** Texts that stand once in the file, by name. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Reads a value of a file as what it must be. Throws SourceError with the value's path where it is not. */
export type Shape<Value> = (value: unknown, at: Spot) => Value;

export function wrong(at: Spot, expected: string, found: unknown): SourceError {
  return new SourceError('malformed', `${at.path} must be ${expected}; found ${describe(found)}.`);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export const text: Shape<string> = (value, at) => {
  if (typeof value !== 'string') throw wrong(at, 'a text', value);
  return value;
};

export const number: Shape<number> = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(at, 'a number', value);
  return value;
};

export const flag: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw wrong(at, 'true or false', value);
  return value;
};

export const oneOf =
  <Choice extends string>(...choices: readonly Choice[]): Shape<Choice> =>
  (value, at) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw wrong(at, `one of ${choices.join(', ')}`, value);
    return found;
  };

/** A text that is of a kind: `isResourceType`. */
export const kindOf =
  <Kind extends string>(isKind: (value: string) => value is Kind, expected: string): Shape<Kind> =>
  (value, at) => {
    if (typeof value !== 'string' || !isKind(value)) throw wrong(at, expected, value);
    return value;
  };

/** `null` is known not to be there. */
export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value, at) =>
    value === null ? null : shape(value, at);

/** A thing, or `{"unknown": {"grant": "iam:GetRole"}}`. A thing of which something needed is unknown is so as a whole. */
export const fact =
  <Value>(shape: Shape<Value>): Shape<Fact<Value>> =>
  (value, at) => {
    if (isUnknownShape(value)) return readUnknown(value, at);
    try {
      return shape(value, at);
    } catch (error) {
      if (error instanceof BlankError) return error.blank;
      throw error;
    }
  };

/** A member that must be known and is not. Whoever holds the thing may say that it is unknown instead. */
class BlankError extends SourceError {
  readonly blank: Unknown;

  constructor(at: Spot, blank: Unknown) {
    super('malformed', `${at.path} must be known here.`);
    this.blank = blank;
  }
}

function isUnknownShape(value: unknown): value is { readonly unknown: unknown } {
  return typeof value === 'object' && value !== null && isUnknown(value as Fact<unknown>);
}

function readUnknown({ unknown: reason, ...rest }: { readonly unknown: unknown }, at: Spot): Unknown {
  const { grant } = (reason ?? {}) as { readonly grant?: unknown };
  if (typeof grant !== 'string' || Object.keys(rest).length > 0) {
    throw wrong(at, 'known, or {"unknown": {"grant": "SERVICE:ACTION"}}', { unknown: reason, ...rest });
  }
  return { unknown: { grant } };
}

export const listOf =
  <Item>(shape: Shape<Item>): Shape<readonly Item[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, 'a list', value);
    return value.map((item, index) => {
      const read = readMember(shape, item, { ...at, path: `${at.path}[${index}]` });
      if (read instanceof BlankError) throw read;
      return read as Item;
    });
  };

export const tableOf =
  <Item>(shape: Shape<Item>): Shape<Record<string, Item>> =>
  (value, at) => {
    // Without a prototype, so that no name in a file is one of JavaScript's own.
    const table = Object.create(null) as Record<string, Item>;
    for (const [name, item] of entriesOf(value, at)) {
      table[name] = shape(item, { ...at, path: `${at.path}[${JSON.stringify(name)}]` });
    }
    return table;
  };

/** Names and texts: tags, attributes. An ordinary object, since it becomes part of facts. */
export const texts: Shape<Readonly<Record<string, string>>> = (value, at) =>
  Object.fromEntries(
    entriesOf(value, at).map(([name, item]) => [name, text(item, { ...at, path: `${at.path}.${name}` })]),
  );

function entriesOf(value: unknown, at: Spot): readonly [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'an object', value);
  return Object.entries(value);
}

type Members<Thing> = { readonly [Name in keyof Thing]-?: Shape<Exclude<Thing[Name], undefined>> };

/** An object of exactly these members; those that are not `required` may be absent. A member that is not known is most likely misspelt. */
export const record =
  <Thing extends object>(members: Members<Thing>, required: readonly (keyof Thing & string)[]): Shape<Thing> =>
  (value, at) => {
    const entries = entriesOf(value, at);
    const found: Record<string, unknown> = {};
    for (const [name, item] of entries) {
      const shape = Object.hasOwn(members, name) ? (members as Record<string, Shape<unknown>>)[name] : undefined;
      const spot = { ...at, path: `${at.path}.${name}` };
      if (shape === undefined) {
        throw new SourceError(
          'malformed',
          `${spot.path} is not known. Known here: ${Object.keys(members).join(', ')}.`,
        );
      }
      const read = readMember(shape, item, spot);
      if (!(read instanceof BlankError)) found[name] = read;
      else if (required.some((each) => each === name)) throw read;
    }
    const missing = required.find((name) => !Object.hasOwn(found, name));
    if (missing !== undefined) throw new SourceError('malformed', `${at.path}.${missing} is missing.`);
    return found as Thing;
  };

/** A blanked member that has no way to say so counts as absent. */
function readMember(shape: Shape<unknown>, item: unknown, at: Spot): unknown {
  if (!isUnknownShape(item)) return shape(item, at);
  try {
    return shape(item, at);
  } catch (error) {
    if (error instanceof SourceError) return new BlankError(at, readUnknown(item, at));
    throw error;
  }
}

/** A policy: its text, the name of a text in `documents` (`{"$ref": "d1"}`), or the document itself as JSON. */
export const document: Shape<string> = (value, at) => {
  if (typeof value === 'string') return value;
  if (isUnknownShape(value)) throw new BlankError(at, readUnknown(value, at));
  if (typeof value !== 'object' || value === null) throw wrong(at, 'a document', value);
  if (!('$ref' in value)) return JSON.stringify(value, null, 2);
  const found = at.documents.get(String(value.$ref));
  if (found === undefined)
    throw new SourceError(
      'malformed',
      `${at.path} names the document ${JSON.stringify(value.$ref)}, which the file does not have.`,
    );
  return found;
};
