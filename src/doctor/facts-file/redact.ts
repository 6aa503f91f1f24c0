import { createHmac } from 'node:crypto';
import type { Random } from '../../util/random.ts';
import { actionServices, commonWords } from './common-words.ts';
import type { FactsFile } from './facts-file.ts';

/**
 * The same facts with every account, organization, key and other id, and every name and tag, replaced by a pseudonym of the same shape: the
 * same one wherever it stands, also inside documents, so that verdicts stay as they are. Patterns in policies fit names as they fitted
 * the originals. Words of AWS's own stay. Nobody can go back without the salt, which is drawn here and kept nowhere.
 */
export function redact(file: FactsFile, random: Random): FactsFile {
  const pseudonyms = openPseudonyms(file, random.bytes(32));
  const { estate, plans, cases, moment } = file;
  return {
    moment,
    ...(replaceIn({ estate, plans, cases }, pseudonyms) as Pick<FactsFile, 'estate' | 'plans' | 'cases'>),
  };
}

/** Members that hold words of the format or of AWS, never a name. */
const PLAIN_MEMBERS: ReadonlySet<string> = new Set([
  'kind',
  'state',
  'status',
  'type',
  'resourceType',
  'storageClass',
  'manager',
  'multiRegion',
  'fsxType',
  'engine',
  'schedule',
  'timeZone',
  'grant',
  'operations',
  'persistentOptions',
  'linkedServices',
  'messageCategory',
]);

/** Members whose own members are names: ids of things, and tags. */
const TABLES: ReadonlySet<string> = new Set([
  'accounts',
  'places',
  'roles',
  'vaults',
  'keys',
  'points',
  'tags',
  'recoveryPointTags',
  'sessionTags',
  'encryptionContextEquals',
  'encryptionContextSubset',
]);

type Pseudonyms = (text: string) => string;

function replaceIn(value: unknown, pseudonyms: Pseudonyms, member = ''): unknown {
  if (typeof value === 'string') return PLAIN_MEMBERS.has(member) ? value : pseudonyms(value);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, pseudonyms, member));
  if (typeof value !== 'object' || value === null) return value;
  const rename = TABLES.has(member) && !('unknown' in value) ? pseudonyms : (name: string) => name;
  const entries = Object.entries(value).map(([name, item]) => [rename(name), replaceIn(item, pseudonyms, name)]);
  return Object.fromEntries(entries);
}

/** Actions and condition keys, which stay; UUIDs, ids of organizations and their parts, unique ids of IAM, and words. */
const PIECES =
  /"[a-z0-9-]+:[a-z*?]+"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?:ou|o|r)-[a-z0-9]{4,32}(?:-[a-z0-9]{8,32})?\b|[a-z0-9]+/gi;

const ACTION = /^"([a-z0-9-]+):/;
const UUID = /^[0-9a-f]{8}-/i;
const ORGANIZATION_ID = /^(?:ou|o|r)-/;
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,}$/;

function openPseudonyms(file: FactsFile, salt: Uint8Array): Pseudonyms {
  const common = commonWords();
  const services = actionServices();
  const { names, cuts, shared } = namesIn(file, common, services);
  const cipher = openCipher(salt, shared);
  const ciphered = new Set([...names].map(cipher));
  // A pseudonym must not come to fit a pattern that the name did not.
  const isTaken = (text: string): boolean =>
    common.has(text) || names.has(text) || ciphered.has(text) || cuts.some((cut) => text.includes(cut));
  const draw = openDraw(salt, isTaken, cipher);
  const known = new Map<string, string>();

  const ofWord = (word: string): string => {
    if (/^\d{12}$/.test(word)) return draw(word, '0123456789');
    if (UNIQUE_ID.test(word)) return word.slice(0, 4) + draw(word.slice(4));
    if (!names.has(word.toLowerCase())) return word;
    return cuts.some((cut) => word.toLowerCase().includes(cut)) ? cipher(word) : draw(word);
  };
  const ofPiece = (piece: string): string => {
    const service = ACTION.exec(piece)?.[1];
    if (service !== undefined) return services.has(service) ? piece : piece.replace(/[a-z0-9]+/gi, ofWord);
    if (UUID.test(piece))
      return piece
        .split('-')
        .map((group) => draw(group, 'abcdef0123456789'))
        .join('-');
    if (!ORGANIZATION_ID.test(piece)) return ofWord(piece);
    const [kind, ...parts] = piece.split('-');
    return [kind, ...parts.map((part) => draw(part))].join('-');
  };
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const changed = text.replace(PIECES, ofPiece);
    known.set(text, changed);
    return changed;
  };
}

interface Names {
  /** Words, in lower case, that are somebody's. */
  readonly names: ReadonlySet<string>;
  /** Words beside a wildcard, in lower case: names that have them in them are replaced letter by letter, so that the pattern still fits. */
  readonly cuts: readonly string[];
  /** Letters and digits of cuts that may be parts of AWS's own words, which stay: such letters stand for themselves. */
  readonly shared: ReadonlySet<string>;
}

/** Members whose texts are documents of policies. */
const DOCUMENTS: ReadonlySet<string> = new Set(['document', 'trustPolicy', 'accessPolicy', 'policy', 'tagPolicy']);
/** Members that hold names as they are. */
const NAMES: ReadonlySet<string> = new Set([
  'name',
  'id',
  'origin',
  'label',
  'ruleId',
  'selectionId',
  'vaultName',
  'aliases',
  'sessionName',
]);

function namesIn(file: FactsFile, common: ReadonlySet<string>, services: ReadonlySet<string>): Names {
  const names = new Set<string>();
  const cuts = new Set<string>();
  const addWords = (text: string): void => {
    for (const [word] of text.matchAll(/[A-Za-z0-9]+/g)) if (!isPlain(word, common)) names.add(word.toLowerCase());
  };
  const addArns = (text: string): void => {
    for (const [, resource = ''] of text.matchAll(/arn:[^:\s"]*:[^:\s"]*:[^:\s"]*:[^:\s"]*:([^\s"]+)/g))
      addWords(resource);
  };
  const seen = new Set<string>();
  walk(file, (text, member, isName) => {
    if (isName || NAMES.has(member)) addWords(text);
    else if (!PLAIN_MEMBERS.has(member)) addArns(text);
    if (!DOCUMENTS.has(member) || seen.has(text)) return;
    seen.add(text);
    for (const [, word = ''] of text.matchAll(/"Sid"\s*:\s*"([^"]*)"/g)) addWords(word);
    for (const [, word = ''] of text.matchAll(/(?:Resource|Request|Principal)Tag\/([^"]+)"/gi)) addWords(word);
    for (const values of conditionValues(text)) addWords(values);
    for (const [found] of withoutActions(text, services).matchAll(/[A-Za-z0-9]+(?=[*?])|(?<=[*?])[A-Za-z0-9]+/g)) {
      const word = found.toLowerCase();
      cuts.add(word);
      if (!isPlain(word, common)) names.add(word);
    }
  });
  const ofAws = [...cuts].filter((cut) => [...common].some((word) => word.includes(cut)));
  return { names, cuts: [...cuts], shared: new Set(ofAws.join('')) };
}

const withoutActions = (text: string, services: ReadonlySet<string>): string =>
  text.replace(/"([a-z0-9-]+):[a-z*?]+"/gi, (whole, service: string) => (services.has(service) ? '' : whole));

/** Numbers and AWS's words. Twelve digits are an account, which is looked for everywhere. */
const isPlain = (word: string, common: ReadonlySet<string>): boolean =>
  /^\d+$/.test(word) || common.has(word.toLowerCase());

/** Values beside tags in conditions, and in tag policies. Others are ids, ARNs and AWS's words. */
function conditionValues(text: string): readonly string[] {
  const beside = text.matchAll(/(?:Tag\/[^"]+|TagKeys|tag_key|tag_value)"\s*:\s*(\{[^}]*\}|\[[^\]]*\]|"[^"]*")/gi);
  return [...beside].map(([, values = '']) => values.replaceAll('@@assign', ''));
}

type Visit = (text: string, member: string, isName: boolean) => void;

function walk(value: unknown, visit: Visit, member = '', isName = false): void {
  if (typeof value === 'string') visit(value, member, isName);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, member, isName);
    return;
  }
  const isTags = /tags$/i.test(member);
  for (const [name, item] of Object.entries(value)) {
    if (TABLES.has(member)) visit(name, member, isTags);
    walk(item, visit, name, isTags || name === 'tags' || name === 'conditions');
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Replaces letter by letter, each always by the same one: weaker than a word's pseudonym, and any pattern fits as before. */
function openCipher(salt: Uint8Array, fixed: ReadonlySet<string>): (word: string) => string {
  const substitutes = new Map(
    [LETTERS, DIGITS].flatMap((alphabet) =>
      shuffled(
        salt,
        [...alphabet].filter((char) => !fixed.has(char)),
      ),
    ),
  );
  return (word) =>
    [...word]
      .map((char) => {
        const lower = char.toLowerCase();
        const found = substitutes.get(lower) ?? lower;
        return char === lower ? found : found.toUpperCase();
      })
      .join('');
}

/** Each character with the one that takes its place. */
function shuffled(salt: Uint8Array, chars: readonly string[]): readonly (readonly [string, string])[] {
  const weight = (char: string): string => createHmac('sha256', salt).update(char).digest('hex');
  const order = chars.toSorted((one, other) => (weight(one) < weight(other) ? -1 : 1));
  return chars.map((char, index) => [char, order[index]!]);
}

/** Draws pseudonyms: letters for letters in the same case, digits for digits, no two alike and none that is a word already. */
function openDraw(
  salt: Uint8Array,
  isTaken: (text: string) => boolean,
  cipher: (text: string) => string,
): (text: string, alphabet?: string) => string {
  const drawn = new Map<string, string>();
  const used = new Set<string>();
  const drawFresh = (lower: string, alphabet: string | undefined): string => {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const candidate = scramble(lower, createHmac('sha512', salt).update(`${attempt} ${lower}`).digest(), alphabet);
      if (!used.has(candidate) && candidate !== lower && !isTaken(candidate)) return candidate;
    }
    // Words of a letter or two run out of pseudonyms.
    return cipher(lower);
  };
  return (text, alphabet) => {
    const lower = text.toLowerCase();
    const found = drawn.get(lower) ?? drawFresh(lower, alphabet);
    drawn.set(lower, found);
    used.add(found);
    return [...text]
      .map((char, index) => (char === char.toLowerCase() ? found[index] : found[index]!.toUpperCase()))
      .join('');
  };
}

const ATTEMPTS_MAX = 100;

function scramble(text: string, digest: Uint8Array, alphabet: string | undefined): string {
  const isHex = /^[0-9a-f]{8,}$/.test(text);
  return [...text]
    .map((char, index) => {
      const letters = isHex ? 'abcdef' : LETTERS;
      const choices = alphabet ?? (DIGITS.includes(char) ? DIGITS : letters);
      return choices[(digest[index % digest.length]! + index) % choices.length]!;
    })
    .join('');
}
