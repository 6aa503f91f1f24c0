import type { ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse } from '@aws-sdk/client-iam';
import { findRole, findUser } from '../../../storage/records/iam.ts';
import { findGroup } from '../../../storage/records/iam-groups.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { viewPolicy } from './managed-policy-view.ts';
import { pageOfList } from './page.ts';

interface Entity {
  readonly kind: 'User' | 'Group' | 'Role';
  readonly name: string;
  readonly id: string;
}

/** Users, groups and roles of the caller's account that a policy is attached to, or bounds. */
export const listEntitiesForPolicy: Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeIam(services, call, { action: 'ListEntitiesForPolicy', resource: input.PolicyArn });
  const entities = await services.records.read(async (db) => {
    await viewPolicy(db, call, input.PolicyArn);
    return findEntities(db, call, input);
  });
  const { rows, page } = await pageOfList(input, ({ kind, name }) => `${kind}/${name}`, entities);
  return {
    PolicyGroups: rows.flatMap(({ kind, name, id }) => (kind === 'Group' ? [{ GroupName: name, GroupId: id }] : [])),
    PolicyUsers: rows.flatMap(({ kind, name, id }) => (kind === 'User' ? [{ UserName: name, UserId: id }] : [])),
    PolicyRoles: rows.flatMap(({ kind, name, id }) => (kind === 'Role' ? [{ RoleName: name, RoleId: id }] : [])),
    ...page,
  };
};

async function findEntities(
  db: Database,
  { principal: { account } }: Call,
  { PolicyArn: arn, EntityFilter: filter, PathPrefix: prefix = '/', PolicyUsageFilter: usage }: Input,
): Promise<readonly Entity[]> {
  const owners = [
    ...(usage === 'PermissionsBoundary' ? [] : await attachedTo(db, account, arn)),
    ...(usage === 'PermissionsPolicy' ? [] : await boundBy(db, account, arn)),
  ];
  const entities: Entity[] = [];
  for (const { kind, name } of owners) {
    if (filter !== undefined && filter !== kind) continue;
    const row = await FINDERS[kind](db, account, name);
    const isTold = entities.some((entity) => entity.id === row?.id);
    if (row?.path.startsWith(prefix) && !isTold) entities.push({ kind, name, id: row.id });
  }
  return entities;
}

type Input = Validated<ListEntitiesForPolicyRequest>;
type Owner = Omit<Entity, 'id'>;

const FINDERS = { User: findUser, Group: findGroup, Role: findRole } as const;
const KINDS: Readonly<Record<string, Entity['kind']>> = { user: 'User', group: 'Group', role: 'Role' };

async function attachedTo(db: Database, account: string, arn: string): Promise<readonly Owner[]> {
  const attachments = await db
    .selectFrom('iam_attached_policies')
    .select(['owner_kind', 'owner_name'])
    .where('account_id', '=', account)
    .where('policy_arn', '=', arn)
    .execute();
  return attachments.flatMap(({ owner_kind, owner_name: name }) => {
    const kind = KINDS[owner_kind];
    return kind === undefined ? [] : [{ kind, name }];
  });
}

async function boundBy(db: Database, account: string, arn: string): Promise<readonly Owner[]> {
  const owners: Owner[] = [];
  for (const [table, kind] of [
    ['iam_users', 'User'],
    ['iam_roles', 'Role'],
  ] as const) {
    const rows = await db
      .selectFrom(table)
      .select('name')
      .where('account_id', '=', account)
      .where('boundary_arn', '=', arn)
      .execute();
    owners.push(...rows.map(({ name }) => ({ kind, name })));
  }
  return owners;
}
