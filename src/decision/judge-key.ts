import type { JobMessage } from '../messages/job-message.ts';
import type { RequestContext, SourcedDocument } from '../policy/evaluation.ts';
import type { Reply, ResourcePolicy } from './ask.ts';
import { ask } from './ask.ts';
import type { CopyFacts, Fact, GrantFacts, KeyFacts, RoleFacts } from './facts.ts';
import { isCrossAccount, isUnknown, knownOf } from './facts.ts';
import type { KeyRight, KeyUse } from './key-uses.ts';
import { actingRole, usesOf, VAULT_CONTEXT_KEY } from './key-uses.ts';
import type { PolicyStatement, Remedy } from './remedy.ts';
import type { Actor, Answer } from './requirement.ts';
import { met, unknown, unmet } from './requirement.ts';

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
    mend: isPending ? `Cancel the deletion of the key ${key.arn}, then enable it.` : `Enable the key ${key.arn}.`,
    evidence: [{ origin: `key ${key.arn}`, place: 'KeyState', quote: key.state }],
    remedy,
  });
}

const ownerOf = ({ source }: CopyFacts, { account }: KeyFacts): Actor => ({
  side: account === source.account ? 'source' : 'destination',
  account,
});

type Refusal = Extract<Reply, { outcome: 'denied' }>;

function notAdmitted(
  { facts, key, right, sentence }: KeyQuestion,
  refused: readonly { readonly use: KeyUse; readonly reply: Refusal }[],
): Answer {
  const actions = refused.map(({ use }) => use.action);
  const isDenied = refused.some(({ reply }) => reply.evaluation.outcome === 'explicit-deny');
  const who = right.kind === 'job-grant' ? right.principal.arn : 'the AWS Backup service';
  const remedy = isDenied || right.kind !== 'job-grant' ? undefined : admit(key, right.principal.account);
  return unmet({
    sentence,
    actor: ownerOf(facts, key),
    mend: isDenied
      ? `Take ${who} out of the deny that stops ${actions.join(', ')} on the key ${key.arn}.`
      : mendOf({ who, actions, key, right }),
    evidence: refused.flatMap(({ reply }) => reply.evidence),
    ...(remedy && { remedy }),
  });
}

function mendOf({
  who,
  actions,
  key,
  right,
}: {
  who: string;
  actions: readonly string[];
  key: KeyFacts;
  right: KeyRight;
}): string {
  if (right.kind === 'vault-grant') {
    return `Give the AWS Backup service its grant on ${key.arn} back: make a new vault with this key.`;
  }
  const account = right.kind === 'job-grant' ? right.principal.account : '';
  return `Let account ${account} use the key ${key.arn}: its key policy must allow ${who} ${actions.join(', ')}, with kms:CreateGrant for AWS resources.`;
}

/** The two statements of the knowledge-center article: use, and grants for AWS resources. */
function admit(key: KeyFacts, account: string): Remedy {
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const statements: readonly PolicyStatement[] = [
    {
      Sid: `AllowUseBy${account}`,
      Effect: 'Allow',
      Principal,
      Action: [
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
      ],
      Resource: '*',
    },
    {
      Sid: `AllowGrantsBy${account}`,
      Effect: 'Allow',
      Principal,
      Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
  return { kind: 'add-key-statements', keyArn: key.arn, statements };
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
    ...(aliases.length > 0 ? { 'kms:ResourceAliases': aliases } : {}),
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
