import { matchesAction, toActionTemplate } from '../policy/matching/action.ts';
import type { Exemption, PolicyPlace, PolicyStatement } from './remedy.ts';

/** A statement as JSON has it. */
type Raw = Readonly<Record<string, unknown>>;

const EMPTY = { Version: '2012-10-17', Statement: [] };

/** The document with statements at its end; those it has word for word are not added again. `null` is no document yet. */
export function withStatements(text: string | null, statements: readonly PolicyStatement[]): string {
  const { document, list } = read(text);
  const present = new Set(list.map((each) => JSON.stringify(each)));
  const sids = new Set(list.map(({ Sid }) => Sid));
  const added = statements
    .map((each) => ({ ...each, Sid: freeSid(each.Sid, sids) }))
    .filter((each, index) => !present.has(JSON.stringify(each)) && !present.has(JSON.stringify(statements[index])));
  return JSON.stringify({ ...document, Statement: [...list, ...added] });
}

/**
 * The document with an exception in one of its denies, so that it no longer catches one principal doing certain things. Nobody else is
 * let go, and where actions are written out the principal is let go in those alone: the deny of the others stays as it is, and that of
 * these goes into a statement of its own at the end. Places of other statements stay. A deny whose actions have wildcards (`backup:*`)
 * cannot be split: then the exception holds for all of it.
 */
export function withExemption(
  text: string,
  { statement: index, exemption, place }: { statement: number; exemption: Exemption; place: PolicyPlace },
): string {
  const { document, list } = read(text);
  const statement = list[index];
  if (statement === undefined) return text;
  const isOwn = place.kind === 'role-inline';
  const parts = split(statement, exemption.actions);
  if (parts === undefined) return text;
  if (strings(statement.Action).includes('*')) {
    return JSON.stringify({ ...document, Statement: exceptEverything({ list, index, exemption }) });
  }
  const loosened = isOwn ? elsewhere(parts.caught, exemption) : exceptFor(parts.caught, exemption.principal);
  const [kept, ...added] = parts.rest === undefined ? [loosened] : [parts.rest, withSid(loosened, list)];
  return JSON.stringify({
    ...document,
    Statement: [...list.slice(0, index), kept, ...list.slice(index + 1), ...added],
  });
}

/** `*` less some actions: the deny excepts the principal, and a deny of all but those actions, for just him, stands beside it. */
function exceptEverything(deny: { list: readonly Raw[]; index: number; exemption: Exemption }): readonly Raw[] {
  const { list, index, exemption } = deny;
  const { principal, actions } = exemption;
  const statement = list[index]!;
  const { Action: _everything, Sid, ...bare } = onlyFor(statement, principal);
  const isBeside = ({ NotAction, Sid: _sid, ...others }: Raw): boolean =>
    NotAction !== undefined && JSON.stringify(others) === JSON.stringify(bare);
  const beside = list.findIndex(isBeside);
  const earlier = beside < 0 ? [] : strings(list[beside]!.NotAction);
  const rest = { ...bare, NotAction: oneOrMany([...new Set([...earlier, ...actions])]) };
  const loosened = list.with(index, exceptFor(statement, principal));
  if (beside >= 0) return loosened.with(beside, { ...list[beside]!, NotAction: rest.NotAction });
  return [...loosened, Sid === undefined ? rest : withSid({ Sid, ...rest }, list)];
}

interface Parts {
  /** What of the deny catches the actions. */
  readonly caught: Raw;
  /** What of it does not, to stand in its place; nothing where all of it does. */
  readonly rest?: Raw;
}

/** Nothing where the statement catches none of the actions (any more). */
function split(statement: Raw, actions: readonly string[]): Parts | undefined {
  const { NotAction, ...others } = statement;
  if (NotAction !== undefined) {
    const left = strings(NotAction);
    const caught = actions.filter((action) => !left.some((pattern) => fits(pattern, action)));
    if (caught.length === 0) return undefined;
    return {
      caught: { ...others, Action: oneOrMany(caught) },
      rest: { ...statement, NotAction: [...left, ...caught] },
    };
  }
  const written = strings(statement.Action);
  const hits = written.filter((pattern) => actions.some((action) => fits(pattern, action)));
  const misses = written.filter((pattern) => !hits.includes(pattern));
  if (hits.length === 0) return undefined;
  if (misses.length === 0) return { caught: statement };
  return {
    caught: { ...statement, Action: oneOrMany(hits) },
    rest: { ...statement, Action: oneOrMany(misses) },
  };
}

const fits = (pattern: string, action: string): boolean =>
  matchesAction(toActionTemplate(pattern), action.toLowerCase());

/** How a condition names somebody, and how it names everybody else. */
const NAMING = {
  role: { key: 'aws:PrincipalArn', is: 'ArnEquals', isNot: 'ArnNotEquals' },
  service: { key: 'aws:PrincipalServiceName', is: 'StringEquals', isNot: 'StringNotEquals' },
} as const;

const namingOf = (principal: string) => NAMING[principal.startsWith('arn:') ? 'role' : 'service'];

/** Conditions of a statement must all hold, so a negated one takes just this principal out. */
function exceptFor(statement: Raw, principal: string): Raw {
  const { key, isNot } = namingOf(principal);
  const condition = objectOf(statement.Condition);
  const block = objectOf(condition[isNot]);
  const name = nameIn(block, key);
  const values = [...new Set([...strings(block[name]), principal])];
  return { ...statement, Condition: { ...condition, [isNot]: { ...block, [name]: oneOrMany(values) } } };
}

/** The statement for one principal alone, who is none of those that it excepts: that exception says nothing then. */
function onlyFor(statement: Raw, principal: string): Raw {
  const { key, is, isNot } = namingOf(principal);
  const { [isNot]: excepted, ...condition } = objectOf(statement.Condition);
  const { [nameIn(objectOf(excepted), key)]: _others, ...kept } = objectOf(excepted);
  const block = objectOf(condition[is]);
  return {
    ...statement,
    Condition: {
      ...condition,
      ...(Object.keys(kept).length > 0 && { [isNot]: kept }),
      [is]: { ...block, [nameIn(block, key)]: principal },
    },
  };
}

/** A condition key as it is written, since case does not matter. */
const nameIn = (block: Raw, key: string): string =>
  Object.keys(block).find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;

/** A policy of the role's own: the deny stays for every other resource. */
function elsewhere(statement: Raw, { principal, resource }: Exemption): Raw {
  const { Resource, ...others } = statement;
  if (others.NotResource !== undefined) {
    return { ...others, NotResource: [...new Set([...strings(others.NotResource), resource])] };
  }
  const written = strings(Resource);
  if (written.length === 1 && written[0] === '*') return { ...others, NotResource: [resource] };
  return exceptFor(statement, principal);
}

function withSid(statement: Raw, list: readonly Raw[]): Raw {
  const { Sid } = statement;
  if (typeof Sid !== 'string' || Sid === '') return statement;
  return { ...statement, Sid: freeSid(`${Sid}ForCopies`, new Set(list.map((each) => each.Sid))) };
}

function freeSid(wanted: string, taken: ReadonlySet<unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number += 1;
  return `${wanted}${number}`;
}

function read(text: string | null): { readonly document: Raw; readonly list: readonly Raw[] } {
  const document = text === null ? EMPTY : objectOf(JSON.parse(text));
  const { Statement } = document;
  return { document, list: (Array.isArray(Statement) ? Statement : [Statement]).map(objectOf) };
}

const objectOf = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

const oneOrMany = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? values[0]! : values;
