import { JSON_DEPTH_MAX } from '../limits.ts';

/** Where a value stands in its text: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** JSON with the place of each value, so that a finding can quote the document. Numbers and booleans keep the way they are written. */
export type JsonNode =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number' | 'boolean' | 'null'; readonly value: string; readonly span: Span }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly span: Span }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[]; readonly span: Span };

interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

export type JsonResult =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly sentence: string; readonly position: number };

/** Parses strict JSON; a name that comes twice in one object is refused, since readers would differ on which one counts. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, node: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, sentence: error.message, position: error.position };
    throw error;
  }
}

/** Never leaves this file. */
class Misread extends Error {
  readonly position: number;
  constructor(sentence: string, position: number) {
    super(sentence);
    this.position = position;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Every character from the space on but the quote and the backslash, and the escapes.
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    const node = this.#value(0);
    if (this.#at < this.#text.length) this.#refuse('Text follows the end of the document.');
    return node;
  }

  #value(depth: number): JsonNode {
    if (depth > JSON_DEPTH_MAX) this.#refuse('The document is nested too deeply.');
    this.#take(SPACE);
    const start = this.#at;
    const node = this.#bare(start, depth);
    this.#take(SPACE);
    return node;
  }

  #bare(start: number, depth: number): JsonNode {
    const first = this.#text[start];
    if (first === '{') return this.#object(start, depth);
    if (first === '[') return this.#array(start, depth);
    if (first === '"') return { kind: 'string', value: this.#string(), span: { start, end: this.#at } };
    const number = this.#take(NUMBER);
    if (number) return { kind: 'number', value: number, span: { start, end: this.#at } };
    const word = this.#take(WORD);
    if (!word) this.#refuse(first === undefined ? 'The document ends too early.' : 'A value is expected.');
    return { kind: word === 'null' ? 'null' : 'boolean', value: word, span: { start, end: this.#at } };
  }

  #object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    const names = new Set<string>();
    this.#at += 1;
    this.#take(SPACE);
    if (this.#skip('}')) return { kind: 'object', members, span: { start, end: this.#at } };
    do {
      this.#take(SPACE);
      const name = this.#string();
      if (names.has(name)) this.#refuse(`The name "${name}" comes twice in one object.`);
      names.add(name);
      this.#take(SPACE);
      if (!this.#skip(':')) this.#refuse('A colon is expected.');
      members.push({ name, value: this.#value(depth + 1) });
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#refuse('A comma or a closing brace is expected.');
    return { kind: 'object', members, span: { start, end: this.#at } };
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#take(SPACE);
    if (this.#skip(']')) return { kind: 'array', items, span: { start, end: this.#at } };
    do items.push(this.#value(depth + 1));
    while (this.#skip(','));
    if (!this.#skip(']')) this.#refuse('A comma or a closing bracket is expected.');
    return { kind: 'array', items, span: { start, end: this.#at } };
  }

  #string(): string {
    const written = this.#take(STRING);
    if (!written) this.#refuse('A string in double quotes is expected.');
    return JSON.parse(written) as string;
  }

  #take(shape: RegExp): string | undefined {
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #refuse(sentence: string): never {
    throw new Misread(sentence, this.#at);
  }
}
