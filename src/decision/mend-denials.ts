import { parsePolicyDocument } from '../policy/document.ts';
import type { Explanation, SourcedDocument } from '../policy/evaluation.ts';
import { type TextId, text } from '../words/text.ts';
import type { Denial, Reply } from './ask.ts';
import type { Mend } from './diagnosis.ts';
import type { CopyFacts, SideFacts } from './facts.ts';
import type { PolicyPlace, PolicyStatement } from './remedy.ts';
import type { Actor } from './requirement.ts';
import { atManagement, atSource, documented, smallest } from './requirement.ts';

export const denials = (replies: readonly Reply[]): readonly Denial[] =>
  replies.filter((reply) => reply.outcome === 'denied');

/** Everything that the role of the copy was refused, mended: denies, and silence of each kind of document but the resource's own. */
export function mendRole(facts: CopyFacts, denied: readonly Denial[]): readonly Mend[] {
  const silent = denied.filter(
    ({ evaluation }) => evaluation.outcome === 'implicit-deny' && evaluation.decidedBy === 'identity',
  );
  return [...mendDenials(facts, denied), ...(silent.length > 0 ? mendRoleSilence(facts, silent) : [])];
}

/** Exceptions to all denies that catch the requests; and allows in boundaries and service control policies that say nothing of them. */
export function mendDenials(facts: CopyFacts, denied: readonly Denial[]): readonly Mend[] {
  const exemptions = denied.flatMap((each) => exemptionsOf(facts, each));
  const silent = denied.filter(({ evaluation }) => evaluation.outcome === 'implicit-deny');
  const bounds = silent.flatMap((each) => boundsMend(facts, each));
  return [...merged(exemptions), ...merged(bounds)];
}

/** AWS's own policy for backup roles: what its pages tell to attach. */
const POLICY_FOR_BACKUP = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';

/** The role's own policies say nothing of what was asked. */
export function mendRoleSilence(facts: CopyFacts, denied: readonly Denial[]): readonly Mend[] {
  const actor = atSource(facts);
  const { arn } = facts.role;
  const actions = [...new Set(denied.map(({ question }) => question.action))];
  const isOnKey = actions.every((action) => action.startsWith('kms:'));
  const resources = [...new Set(denied.map(({ question }) => question.resource))];
  const parts = { role: arn, actions: actions.join(', ') };
  const words = isOnKey
    ? text('mend.role-lacks-key-actions', { ...parts, key: resources.join(', ') })
    : text('mend.role-lacks-actions', parts);
  const Sid = `Allow${actions.map((action) => action.slice(action.indexOf(':') + 1)).join('')}`;
  return [
    smallest(actor, words, {
      kind: 'add-role-statements',
      roleArn: arn,
      policyName: `CrossvaultMend${Sid}`.slice(0, 128),
      statements: [{ Sid, Effect: 'Allow', Action: actions, Resource: lasting(resources) }],
    }),
    documented(actor, text('mend.attach-role-policy', { role: arn, policy: POLICY_FOR_BACKUP }), {
      kind: 'attach-role-policy',
      roleArn: arn,
      policyArn: POLICY_FOR_BACKUP,
    }),
  ];
}

/** Recovery points come and go: a statement about one of them would help once. */
function lasting(resources: readonly string[]): string | readonly string[] {
  const isPoint = (arn: string): boolean =>
    /:(?:recovery-point|snapshot|cluster-snapshot)[:/]|:(?:snapshot|image|backup)\//.test(arn);
  if (resources.some((arn) => arn === '*' || isPoint(arn))) return '*';
  return resources;
}

function exemptionsOf(facts: CopyFacts, denial: Denial): readonly Mend[] {
  const { evaluation, question } = denial;
  if (evaluation.outcome !== 'explicit-deny') return [];
  return evaluation.explanations.flatMap((explanation) => {
    if (explanation.outcome !== 'explicit-deny' || explanation.kind === 'grant') return [];
    const actor = actorOf(facts, denial, explanation);
    return explanation.statements.flatMap(({ effect, matches, index, name }) => {
      if (effect !== 'Deny' || !matches) return [];
      const place = placeOf(denial, explanation);
      const parts = { document: explanation.origin, statement: name, principal: question.actor.principal.arn };
      if (place === undefined || index === undefined) {
        return [smallest(actor, text('mend.unreadable-or-foreign-deny', parts))];
      }
      return [
        smallest(actor, text('mend.exempt-from-deny', parts), {
          kind: 'exempt-from-deny',
          place,
          statement: index,
          exemption: {
            principal: question.actor.principal.arn,
            actions: [question.action],
            resource: question.resource,
          },
        }),
      ];
    });
  });
}

/** One mend a statement, whatever of it was asked. */
function merged(mends: readonly Mend[]): readonly Mend[] {
  const known = new Map<string, Mend>();
  for (const mend of mends) {
    const { remedy } = mend;
    const key = JSON.stringify([mend.kind, mend.text, remedy?.kind === 'exempt-from-deny' ? remedy.statement : remedy]);
    const earlier = known.get(key);
    known.set(key, earlier === undefined ? mend : together(earlier, mend));
  }
  return [...known.values()];
}

function together(one: Mend, other: Mend): Mend {
  if (one.remedy?.kind !== 'exempt-from-deny' || other.remedy?.kind !== 'exempt-from-deny') return one;
  const actions = [...new Set([...one.remedy.exemption.actions, ...other.remedy.exemption.actions])];
  return { ...one, remedy: { ...one.remedy, exemption: { ...one.remedy.exemption, actions } } };
}

/** A boundary or a level of service control policies allows too little. An allow there lets nobody do anything by itself. */
function boundsMend(facts: CopyFacts, denial: Denial): readonly Mend[] {
  const { question, evaluation, policies } = denial;
  const { actor: role, action } = question;
  const parts = { role: role.principal.arn, actions: action };
  if (evaluation.decidedBy === 'permissions-boundary' || evaluation.decidedBy === 'service-control') {
    const explanation = silentDocument(denial);
    const actor = evaluation.decidedBy === 'service-control' ? atManagement(question.actorSide) : atSource(facts);
    const words = text(WORDS[evaluation.decidedBy], parts);
    const place = explanation && placeOf(denial, explanation);
    if (place === undefined) return [smallest(actor, words)];
    const statement: PolicyStatement = {
      Sid: `AllowForCopies${action.slice(action.indexOf(':') + 1)}`,
      Effect: 'Allow',
      Action: action,
      Resource: lasting([question.resource]),
      Condition: { ArnEquals: { 'aws:PrincipalArn': role.principal.arn } },
    };
    return [smallest(actor, words, { kind: 'add-policy-statements', place, statements: [statement] })];
  }
  if (evaluation.decidedBy === 'resource-control' && policies.resourceControl) {
    return [smallest(atManagement(question.resourceSide), text(WORDS['resource-control'], parts))];
  }
  return [];
}

const WORDS = {
  'permissions-boundary': 'mend.role-stopped-by.permissions-boundary',
  'service-control': 'mend.role-stopped-by.service-control',
  'resource-control': 'mend.role-stopped-by.resource-control',
} as const satisfies Readonly<Record<string, TextId>>;

/** The first document of a level of which none allows; AWS's own cannot be changed. */
function silentDocument({ evaluation, policies }: Denial): Explanation | undefined {
  const { decidedBy, explanations } = evaluation;
  const ofKind = explanations.filter(({ kind }) => kind === decidedBy);
  if (decidedBy === 'permissions-boundary') return ofKind[0];
  const allowing = new Set(ofKind.filter(({ outcome }) => outcome === 'allowed').map(({ origin }) => origin));
  const level = policies.serviceControl?.find((documents) => documents.every(({ origin }) => !allowing.has(origin)));
  const origins = new Set(level?.map(({ origin }) => origin));
  return ofKind.find(({ origin, arn }) => origins.has(origin) && !isAwsOwned(arn));
}

const isAwsOwned = (arn: string | undefined): boolean =>
  arn !== undefined && /^arn:[a-z-]+:(?:iam|organizations)::aws:/.test(arn);

/** Nothing for documents that cannot be read, that are AWS's own, or that stand where a mend cannot reach. */
function placeOf({ question, policies }: Denial, { kind, origin, arn }: Explanation): PolicyPlace | undefined {
  if (isAwsOwned(arn) || !isReadable(documentAt(origin, policies))) return undefined;
  const { resource, actor } = question;
  switch (kind) {
    case 'resource':
      return resource.split(':')[2] === 'kms'
        ? { kind: 'key', keyArn: resource, origin }
        : { kind: 'vault-access', vaultArn: question.policyOwner ?? resource, origin };
    case 'service-control':
    case 'resource-control':
      return { kind: 'organization-policy', policyId: policyIdOf({ origin, arn }), origin };
    case 'permissions-boundary':
      return arn === undefined ? undefined : { kind: 'managed-policy', policyArn: arn, origin };
    case 'identity': {
      if (arn !== undefined) return { kind: 'managed-policy', policyArn: arn, origin };
      const policyName = /inline policy (.+)$/.exec(origin)?.[1];
      return { kind: 'role-inline', roleArn: actor.principal.arn, policyName: policyName ?? origin, origin };
    }
    default:
      return undefined;
  }
}

function policyIdOf({ origin, arn }: { origin: string; arn: string | undefined }): string | null {
  return /\/(p-[a-z0-9]+)$/i.exec(arn ?? '')?.[1] ?? /\((p-[a-z0-9]+)\)/i.exec(origin)?.[1] ?? null;
}

function documentAt(origin: string, policies: Denial['policies']): SourcedDocument | undefined {
  const { identity, boundary, serviceControl = [], resourceControl = [], resource } = policies;
  const all = [...identity, ...serviceControl.flat(), ...resourceControl.flat()];
  return [...all, ...(boundary ? [boundary] : []), ...(resource ? [resource] : [])].find(
    (each) => each.origin === origin,
  );
}

const isReadable = (document: SourcedDocument | undefined): boolean =>
  document !== undefined && parsePolicyDocument(document.document).document !== undefined;

function actorOf(facts: CopyFacts, { question }: Denial, { kind }: Explanation): Actor {
  if (kind === 'service-control') return atManagement(question.actorSide);
  if (kind === 'resource-control') return atManagement(question.resourceSide);
  if (kind === 'resource') return atAccount(facts, question.resourceSide);
  return atAccount(facts, question.actorSide);
}

const atAccount = ({ source }: CopyFacts, { account }: SideFacts): Actor => ({
  side: account === source.account ? 'source' : 'destination',
  account,
});
