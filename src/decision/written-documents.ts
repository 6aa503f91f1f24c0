import type { Condition } from '../policy/conditions/condition.ts';
import type { Statement } from '../policy/document.ts';
import { parsePolicyDocument } from '../policy/document.ts';
import { matchesAction } from '../policy/matching/action.ts';
import type { CopyFacts, Fact, SideFacts, Unknown } from './facts.ts';
import { isUnknown, knownOf } from './facts.ts';
import { placed } from './policy-evidence.ts';
import type { Actor, Evidence } from './requirement.ts';
import { atManagement, met, unknown } from './requirement.ts';

/** A policy document that bears on a copy, with who may change it. */
export interface WrittenDocument {
  readonly kind: 'vault-access' | 'key' | 'service-control' | 'resource-control' | 'role';
  /** Whose it is: of the source's side or the destination's. */
  readonly side: 'source' | 'destination';
  readonly origin: string;
  readonly text: string;
  readonly actor: Actor;
}

/** A statement of one, read. */
export interface WrittenStatement {
  readonly document: WrittenDocument;
  readonly statement: Statement;
}

type Side = 'source' | 'destination';

/** Facts are never changed, and many checks read the same documents. */
const WRITTEN = new WeakMap<CopyFacts, readonly WrittenDocument[]>();

/** Every document that is known. Those that cannot be read as policies have no statements. */
export function writtenDocuments(facts: CopyFacts): readonly WrittenDocument[] {
  const known = WRITTEN.get(facts) ?? collect(facts);
  WRITTEN.set(facts, known);
  return known;
}

function collect(facts: CopyFacts): readonly WrittenDocument[] {
  return [
    ...(['source', 'destination'] as const).flatMap((side) => [
      ...vaultPolicy(facts, side),
      ...keyPolicy(facts, side),
      ...organizationPolicies(facts, side),
    ]),
    ...rolePolicies(facts),
  ];
}

type Kind = WrittenDocument['kind'];

/** A document of these kinds that nobody could read: then nothing is known to be well with all of them. */
export function unreadDocument(facts: CopyFacts, kinds: readonly Kind[], sides: readonly Side[]): Unknown | undefined {
  const read: Readonly<Record<Kind, (side: Side) => readonly Fact<unknown>[]>> = {
    'vault-access': (side) => [facts[side].vault, knownOf(facts[side].vault)?.accessPolicy],
    key: (side) => [facts[side].key, knownOf(facts[side].key)?.policy],
    'service-control': (side) => [facts[side].serviceControl, ...(side === 'source' ? aboveRole(facts) : [])],
    'resource-control': (side) => [facts[side].resourceControl],
    role: () => [facts.role.found, knownOf(facts.role.found)?.identity],
  };
  return sides.flatMap((side) => kinds.flatMap((kind) => read[kind](side))).find(isUnknown);
}

/** The policies above the role, which stand for those of its account where these tell nothing. */
function aboveRole({ source, role }: CopyFacts): readonly Fact<unknown>[] {
  const own = source.serviceControl ?? null;
  return own === null ? [role.found, knownOf(role.found)?.serviceControl] : [];
}

/** Met, where all documents of these kinds could be read. */
export function metWhereRead(facts: CopyFacts, kinds: readonly Kind[], sides: readonly Side[] = BOTH) {
  const blank = unreadDocument(facts, kinds, sides);
  return blank === undefined ? met() : unknown(blank);
}

const BOTH: readonly Side[] = ['source', 'destination'];

export const statementsOf = (documents: readonly WrittenDocument[]): readonly WrittenStatement[] =>
  documents.flatMap((document) =>
    (parsePolicyDocument(document.text).document?.statements ?? []).map((statement) => ({ document, statement })),
  );

/** Whether the statement is about the action, whoever asks and for whatever. */
export function isAbout({ action }: Statement, wanted: string): boolean {
  const fits = action.patterns.some((pattern) => matchesAction(pattern, wanted.toLowerCase()));
  return fits !== action.isNegated;
}

/** The statement, or one of its conditions, as it is written. */
export function quoteOf({ document, statement }: WrittenStatement, condition?: Condition): Evidence {
  const { span, name } = statement;
  const quote =
    condition === undefined
      ? document.text.slice(span.start, span.end)
      : JSON.stringify({ [condition.operator]: { [condition.key]: condition.values } });
  return { origin: document.origin, place: placed(name, document.text, span), quote };
}

function vaultPolicy(facts: CopyFacts, side: Side): readonly WrittenDocument[] {
  const { vault, vaultArn } = facts[side];
  const policy = knownOf(vault)?.accessPolicy ?? null;
  if (policy === null || isUnknown(policy)) return [];
  const origin = `access policy of vault ${vaultArn}`;
  return [{ kind: 'vault-access', side, origin, text: policy, actor: atSide(facts, side) }];
}

function keyPolicy(facts: CopyFacts, side: Side): readonly WrittenDocument[] {
  const key = knownOf(facts[side].key);
  if (key === undefined || key.manager === 'AWS' || isUnknown(key.policy)) return [];
  const actor: Actor = { side: key.account === facts.source.account ? 'source' : 'destination', account: key.account };
  return [{ kind: 'key', side, origin: `key policy of ${key.arn}`, text: key.policy, actor }];
}

function organizationPolicies(facts: CopyFacts, side: Side): readonly WrittenDocument[] {
  const { serviceControl = null, resourceControl } = facts[side];
  const actor = atManagement(facts[side]);
  const flat = (levels: SideFacts['resourceControl'], kind: 'service-control' | 'resource-control') =>
    levels === null || isUnknown(levels)
      ? []
      : levels.flat().map(({ origin, document }): WrittenDocument => ({ kind, side, origin, text: document, actor }));
  const role = side === 'source' ? (knownOf(facts.role.found)?.serviceControl ?? null) : null;
  const own = flat(serviceControl, 'service-control');
  return [...(own.length > 0 ? own : flat(role, 'service-control')), ...flat(resourceControl, 'resource-control')];
}

function rolePolicies(facts: CopyFacts): readonly WrittenDocument[] {
  const identity = knownOf(facts.role.found)?.identity ?? [];
  if (isUnknown(identity)) return [];
  return identity
    .filter(({ arn, origin }) => !`${arn ?? ''} ${origin}`.includes(':iam::aws:'))
    .map(({ origin, document }) => ({
      kind: 'role',
      side: 'source',
      origin,
      text: document,
      actor: atSide(facts, 'source'),
    }));
}

const atSide = (facts: CopyFacts, side: Side): Actor => ({ side, account: facts[side].account });
