import type { JobMessage } from '../messages/job-message.ts';
import type { RequestContext, SourcedDocument } from '../policy/evaluation.ts';
import { text } from '../words/text.ts';
import type { Reply, ResourcePolicy } from './ask.ts';
import { ask } from './ask.ts';
import type { CopyFacts, Fact, GrantFacts, KeyFacts, RoleFacts } from './facts.ts';
import { isCrossAccount, isUnknown, knownOf } from './facts.ts';
import type { KeyRight, KeyUse } from './key-uses.ts';
import { actingRole, usesOf, VAULT_CONTEXT_KEY } from './key-uses.ts';
import type { RefusedUse } from './mend-key.ts';
import { mendKey, ownerOf } from './mend-key.ts';
import type { Remedy } from './remedy.ts';
import type { Answer } from './requirement.ts';
import { met, smallest, unknown, unmet } from './requirement.ts';
import { resourceTagsLeaning } from './tag-context.ts';

export interface KeyQuestion {
  readonly facts: CopyFacts;
  readonly side: 'source' | 'destination';
  readonly key: KeyFacts;
  readonly right: Exclude<KeyRight, { kind: 'none' }>;
  /** What AWS says when the key cannot be used. */
  readonly sentence: JobMessage;
}

/** Whether a key may be used by the right that a copy takes: its state first, then each request to KMS. */
export function judgeKey(question: KeyQuestion): Answer {
  const { facts, side, key, right } = question;
  if (key.state !== 'Enabled') return notEnabled(question);
  const uses = usesOf(right, { side, isAcrossAccounts: isCrossAccount(facts) });
  const replies = uses.map((use) => ({ use, reply: askKey(question, use) }));
  const refused = replies.flatMap(({ use, reply }) => (reply.outcome === 'denied' ? [{ use, reply }] : []));
  if (refused.length > 0) return notAdmitted(question, refused);
  const blank = replies.find(({ reply }) => reply.outcome === 'unknown')?.reply;
  return blank?.outcome === 'unknown' ? unknown(blank.unknown) : met();
}

function notEnabled({ facts, key, sentence }: KeyQuestion): Answer {
  const isPending = key.state === 'PendingDeletion';
  const remedy: Remedy = { kind: isPending ? 'cancel-key-deletion' : 'enable-key', keyArn: key.arn };
  return unmet({
    sentence,
    actor: ownerOf(facts, key),
    mends: [
      smallest(
        ownerOf(facts, key),
        text(isPending ? 'mend.cancel-key-deletion' : 'mend.enable-key', { key: key.arn }),
        remedy,
      ),
    ],
    evidence: [{ origin: `key ${key.arn}`, place: 'KeyState', quote: key.state }],
  });
}

function notAdmitted({ facts, key, right, sentence }: KeyQuestion, refused: readonly RefusedUse[]): Answer {
  const quotes = refused.flatMap(({ reply }) => reply.evidence);
  // One statement may stop several requests: it is quoted once.
  const evidence = [...new Map(quotes.map((each) => [`${each.origin} ${each.quote}`, each])).values()];
  return unmet({ sentence, evidence, ...mendKey(facts, { key, right, refused }) });
}

function askKey({ facts, key, right }: KeyQuestion, use: KeyUse): Reply {
  const resourceSide = sideOf(facts, key);
  const actorSide = use.principal.account === facts.destination.account ? facts.destination : facts.source;
  const policy: Fact<ResourcePolicy> = isUnknown(key.policy)
    ? key.policy
    : { origin: `key policy of ${key.arn}`, document: key.policy, rules: 'key' };
  return ask({
    facts,
    actor: (right.kind === 'job-grant' && knownOf(actingRole(facts))) || serviceItself(use),
    actorSide: use.principal.account === '' ? { ...actorSide, organization: null } : actorSide,
    action: use.action,
    resource: key.arn,
    resourceSide,
    context: { ...use.context, ...keyContext(key) },
    resourcePolicy: policy,
    grants: fittingGrants(key, use, right),
    leansOn: [resourceTagsLeaning(key.tags), { fact: key.aliases, keys: 'kms:resourcealiases' }],
  });
}

/** A key may stand in a third account: nothing is known then of the organization policies above it. */
function sideOf({ source, destination }: CopyFacts, key: KeyFacts): CopyFacts['source'] | CopyFacts['destination'] {
  const side = key.account === source.account ? source : destination;
  return { ...side, account: key.account, region: key.region };
}

const serviceItself = ({ principal }: KeyUse): RoleFacts => ({
  principal,
  tags: {},
  trustPolicy: '',
  identity: [],
  boundary: null,
  serviceControl: null,
});

function keyContext({ aliases, tags }: KeyFacts): RequestContext {
  const known = isUnknown(tags) ? {} : tags;
  return {
    ...(!isUnknown(aliases) && aliases.length > 0 ? { 'kms:ResourceAliases': aliases } : {}),
    ...Object.fromEntries(Object.entries(known).map(([name, value]) => [`aws:ResourceTag/${name}`, value])),
  };
}

/** The grants whose grantee, operation and constraints fit: the same that KMS would find. */
function fittingGrants(
  { grants, arn }: KeyFacts,
  use: KeyUse,
  right: KeyQuestion['right'],
): Fact<readonly SourcedDocument[]> {
  if (isUnknown(grants)) return grants;
  const operation = use.action.replace('kms:', '');
  const fits = ({ grantee, operations, ...constraints }: GrantFacts): boolean =>
    (grantee === use.principal.arn || grantee === use.principal.sessionArn) &&
    operations.includes(operation) &&
    operation !== 'CreateGrant' &&
    admitsContext(constraints, right.vaultArn);
  return grants.filter(fits).map(({ id, name }) => ({
    origin: `grant ${name ?? id}`,
    document: JSON.stringify({ grant: id, grantee: use.principal.arn, action: use.action, key: arn }),
  }));
}

function admitsContext(
  {
    encryptionContextEquals,
    encryptionContextSubset,
  }: Pick<GrantFacts, 'encryptionContextEquals' | 'encryptionContextSubset'>,
  vaultArn: string,
): boolean {
  const isAsked = ([name, value]: [string, string]): boolean => name === VAULT_CONTEXT_KEY && value === vaultArn;
  if (encryptionContextEquals !== undefined) {
    const pairs = Object.entries(encryptionContextEquals);
    return pairs.length === 1 && pairs.every(isAsked);
  }
  return Object.entries(encryptionContextSubset ?? {}).every(isAsked);
}
