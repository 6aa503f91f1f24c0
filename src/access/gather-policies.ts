import type { Principal } from '../model/principal.ts';
import type { PolicySet, SourcedDocument } from '../policy/evaluation.ts';
import { findRoleByArn, findUserByArn } from '../storage/records/iam.ts';
import { groupsOf } from '../storage/records/iam-groups.ts';
import {
  attachedPolicies,
  defaultDocuments,
  inlinePolicies,
  type PolicyOwner,
} from '../storage/records/iam-policies.ts';
import { policiesAlongPath } from '../storage/records/organizations.ts';
import type { Database } from '../storage/records/records.ts';
import { administratorAccess } from './managed-policies/administrator-access.ts';
import { managedPolicyDocument } from './managed-policies/managed-policies.ts';
import { managedPolicyArn } from './managed-policies/managed-policy.ts';

export type GatheredPolicies = Omit<PolicySet, 'resource' | 'grants'>;

/** Every document that stands above a request by `principal` on something that `resourceAccount` owns. Reads, never judges. */
export async function gatherPolicies(
  db: Database,
  principal: Principal,
  resourceAccount: string,
): Promise<GatheredPolicies> {
  const entity = await findEntity(db, principal);
  const boundary = entity?.boundaryArn ? await boundaryOf(db, entity.owner, entity.boundaryArn) : undefined;
  const serviceControl = await serviceControlPolicies(db, principal);
  const resourceControl = await resourceControlPolicies(db, principal, resourceAccount);
  return {
    identity: entity === undefined ? identityOfRoot(principal) : await identityDocuments(db, entity.owner),
    ...(boundary && { boundary }),
    ...(serviceControl && { serviceControl }),
    ...(resourceControl && { resourceControl }),
  };
}

interface Entity {
  readonly owner: PolicyOwner;
  readonly boundaryArn: string | null;
}

/**
 * The user or role as it is now; of a federated user, the user who gave it its credentials. Nothing for root and services, which have no
 * identity policies, and nothing for a session whose role has been deleted, even where another of that name has come: the unique id tells
 * them apart.
 */
async function findEntity(db: Database, principal: Principal): Promise<Entity | undefined> {
  if (principal.kind === 'role') {
    const role = await findRoleByArn(db, principal.arn);
    if (role === undefined || role.id !== principal.userId.split(':', 1)[0]) return undefined;
    return { owner: { account: role.account_id, kind: 'role', name: role.name }, boundaryArn: role.boundary_arn };
  }
  const bearer = principal.kind === 'federated-user' ? principal.issuer : principal;
  if (bearer?.kind !== 'user') return undefined;
  const user = await findUserByArn(db, bearer.arn);
  if (user === undefined || user.id !== bearer.userId) return undefined;
  return { owner: { account: user.account_id, kind: 'user', name: user.name }, boundaryArn: user.boundary_arn };
}

/** Federated by root, a user has root's rights as far as its session policies let it; of root itself the evaluator knows. */
function identityOfRoot({ kind, issuer }: Principal): readonly SourcedDocument[] {
  if (kind !== 'federated-user' || issuer?.kind !== 'root') return [];
  const document = managedPolicyDocument(managedPolicyArn(administratorAccess));
  return document === undefined ? [] : [{ origin: 'account root user', document }];
}

/** The owner's own documents and, for a user, those of the groups it is in. */
async function identityDocuments(db: Database, owner: PolicyOwner): Promise<readonly SourcedDocument[]> {
  const documents = [...(await ownerDocuments(db, owner))];
  if (owner.kind !== 'user') return documents;
  for (const { account_id: account, name } of await groupsOf(db, owner.account, owner.name)) {
    documents.push(...(await ownerDocuments(db, { account, kind: 'group', name })));
  }
  return documents;
}

async function ownerDocuments(db: Database, owner: PolicyOwner): Promise<readonly SourcedDocument[]> {
  const place = `${owner.kind}/${owner.name}`;
  const inline = await inlinePolicies(db, owner);
  const arns = await attachedPolicies(db, owner);
  const documents = await managedDocuments(db, arns);
  return [
    ...inline.map(({ name, document }) => ({ origin: `${place} inline policy ${name}`, document })),
    ...arns.flatMap((arn) => {
      const document = documents.get(arn);
      return document === undefined ? [] : [{ origin: `${place} policy ${arn}`, document, arn }];
    }),
  ];
}

/** A boundary whose policy is gone allows nothing: an upper bound that cannot be read is no licence. */
async function boundaryOf(db: Database, owner: PolicyOwner, arn: string): Promise<SourcedDocument> {
  const documents = await managedDocuments(db, [arn]);
  const document = documents.get(arn) ?? ALLOWS_NOTHING;
  return { origin: `${owner.kind}/${owner.name} permissions boundary ${arn}`, document, arn };
}

const ALLOWS_NOTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"none:Nothing","Resource":"*"}}';

/** The documents in force of managed policies, AWS's own and the customer's, by ARN. */
export async function managedDocuments(db: Database, arns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>();
  for (const arn of arns) {
    const document = managedPolicyDocument(arn);
    if (document !== undefined) documents.set(arn, document);
  }
  const others = arns.filter((arn) => !documents.has(arn));
  for (const [arn, document] of await defaultDocuments(db, others)) documents.set(arn, document);
  return documents;
}

/** Service control policies bind users, roles and root of member accounts, not service-linked roles. */
async function serviceControlPolicies(db: Database, principal: Principal): Promise<PolicySet['serviceControl']> {
  if (principal.kind === 'service' || principal.isServiceLinked) return undefined;
  return policiesAlongPath(db, principal.account, 'SERVICE_CONTROL_POLICY');
}

/** Resource control policies bind what member accounts own, whoever asks but service-linked roles. */
async function resourceControlPolicies(
  db: Database,
  principal: Principal,
  resourceAccount: string,
): Promise<PolicySet['resourceControl']> {
  if (principal.isServiceLinked || resourceAccount === '') return undefined;
  return policiesAlongPath(db, resourceAccount, 'RESOURCE_CONTROL_POLICY');
}
