import { toUserPrincipal } from '../../../../access/development-administrator.ts';
import { sessionOf } from '../../../../access/role-principal.ts';
import * as messages from '../../../../messages/iam.ts';
import { parseArn } from '../../../../model/arn.ts';
import type { Principal } from '../../../../model/principal.ts';
import { findRole, findUser } from '../../../../storage/records/iam.ts';
import { findGroup } from '../../../../storage/records/iam-groups.ts';
import type { PolicyOwner } from '../../../../storage/records/iam-policies.ts';
import type { Database } from '../../../../storage/records/records.ts';
import type { Call } from '../../operation.ts';

/** The user, group or role whose policies are asked about. */
export interface SimulatedEntity {
  readonly owner: PolicyOwner;
  /** Who it is when it acts; nothing for a group, which never does. */
  readonly principal: Principal | undefined;
  readonly boundaryArn: string | null;
}

/** Throws InvalidInput for an ARN that names neither user nor group nor role, NoSuchEntity for one that is not there. */
export async function findSimulatedEntity(db: Database, call: Call, arn: string): Promise<SimulatedEntity> {
  const parsed = parseArn(arn);
  const [kind, ...path] = parsed?.resource.split('/') ?? [];
  const name = path.at(-1);
  const isEntity = parsed?.service === 'iam' && (kind === 'user' || kind === 'group' || kind === 'role');
  if (!isEntity || !name) throw messages.invalidEntityArn(arn);
  const entity = await FINDERS[kind](db, call.principal.account, name);
  if (entity?.arn !== arn) throw messages.simulatedEntityNotFound(arn);
  const { principal, boundaryArn } = entity;
  return { owner: { account: call.principal.account, kind, name }, principal, boundaryArn };
}

interface Found extends Omit<SimulatedEntity, 'owner'> {
  readonly arn: string;
}

type Finder = (db: Database, account: string, name: string) => Promise<Found | undefined>;

const FINDERS: Readonly<Record<PolicyOwner['kind'], Finder>> = {
  async user(db, account, name) {
    const row = await findUser(db, account, name);
    return row && { arn: row.arn, principal: toUserPrincipal(row), boundaryArn: row.boundary_arn };
  },
  async group(db, account, name) {
    const row = await findGroup(db, account, name);
    return row && { arn: row.arn, principal: undefined, boundaryArn: null };
  },
  async role(db, account, name) {
    const row = await findRole(db, account, name);
    return row && { arn: row.arn, principal: sessionOf(row, 'simulated'), boundaryArn: row.boundary_arn };
  },
};
