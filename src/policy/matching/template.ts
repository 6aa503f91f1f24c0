import { ANY, type Glob, matchesGlob, ONE, toUnits } from './glob.ts';

/** What a policy variable stands for in this request; nothing for a key that is absent or has several values. */
export type Lookup = (key: string) => string | undefined;

/** A pattern as a document writes it, read once: literal text, wildcards, policy variables. */
export interface Template {
  readonly written: string;
  /** Present where there are no variables to fill in. */
  readonly glob?: Glob;
  readonly parts: readonly (Glob | Variable)[];
}

interface Variable {
  /** In lower case. */
  readonly key: string;
  readonly fallback?: string;
}

export interface TemplateOptions {
  /** `*` and `?` mean themselves otherwise, as in `StringEquals`. */
  readonly hasWildcards: boolean;
  /** Only documents of version 2012-10-17 know `${…}`. */
  readonly hasVariables: boolean;
  readonly ignoresCase?: boolean;
}

const VARIABLE = /\$\{([^}]*)\}/g;
const LITERALS: ReadonlySet<string> = new Set(['*', '?', '$']);
const DEFAULTED = /^\s*([^,\s]+)\s*,\s*'([^']*)'\s*$/;

/** Reads `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}`. See IAM User Guide, "Policy elements: variables and tags". */
export function toTemplate(written: string, options: TemplateOptions): Template {
  const text = options.ignoresCase ? written.toLowerCase() : written;
  const parts: (Glob | Variable)[] = [];
  let at = 0;
  if (options.hasVariables) {
    for (const found of text.matchAll(VARIABLE)) {
      parts.push(toGlob(text.slice(at, found.index), options), toVariable(found[1]!));
      at = found.index + found[0].length;
    }
  }
  parts.push(toGlob(text.slice(at), options));
  return parts.some(isVariable) ? { written, parts } : { written, parts, glob: (parts as Glob[]).flat() };
}

/** Whether `text` fits. A value that a variable brings along is taken literally, wildcards and all; a variable without a value fits nothing. */
export function matchesTemplate(template: Template, text: string, lookup: Lookup): boolean {
  const glob = template.glob ?? fill(template, lookup);
  return glob !== undefined && matchesGlob(glob, text);
}

/** The pattern with the request's values in it; nothing where a variable has none. */
export function fill(template: Template, lookup: Lookup): Glob | undefined {
  if (template.glob) return template.glob;
  const units: number[] = [];
  for (const part of template.parts) {
    const filled = isVariable(part) ? filledIn(part, lookup) : part;
    if (filled === undefined) return undefined;
    for (const unit of filled) units.push(unit);
  }
  return units;
}

function filledIn(variable: Variable, lookup: Lookup): Glob | undefined {
  const value = lookup(variable.key) ?? variable.fallback;
  return value === undefined ? undefined : toUnits(value);
}

function toVariable(inside: string): Glob | Variable {
  if (LITERALS.has(inside)) return toUnits(inside);
  const defaulted = DEFAULTED.exec(inside);
  if (defaulted) return { key: defaulted[1]!.toLowerCase(), fallback: defaulted[2]! };
  return { key: inside.trim().toLowerCase() };
}

function toGlob(text: string, { hasWildcards }: TemplateOptions): Glob {
  const units = toUnits(text);
  return hasWildcards ? units.map((unit) => WILDCARDS.get(unit) ?? unit) : units;
}

const WILDCARDS: ReadonlyMap<number, number> = new Map([
  ['*'.charCodeAt(0), ANY],
  ['?'.charCodeAt(0), ONE],
]);

const isVariable = (part: Glob | Variable): part is Variable => !Array.isArray(part);
