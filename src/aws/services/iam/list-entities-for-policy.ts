import type { ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse } from '@aws-sdk/client-iam';
import { findRole, findUser } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { viewPolicy } from './managed-policy-view.ts';
import { pageOfList } from './page.ts';

interface Entity {
  readonly kind: 'User' | 'Role';
  readonly name: string;
  readonly id: string;
}

/** Users and roles of the caller's account that a policy is attached to. There are no groups here. */
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
    PolicyGroups: [],
    PolicyUsers: rows.flatMap(({ kind, name, id }) => (kind === 'User' ? [{ UserName: name, UserId: id }] : [])),
    PolicyRoles: rows.flatMap(({ kind, name, id }) => (kind === 'Role' ? [{ RoleName: name, RoleId: id }] : [])),
    ...page,
  };
};

async function findEntities(
  db: Database,
  { principal: { account } }: Call,
  { PolicyArn: arn, EntityFilter: filter, PathPrefix: prefix = '/' }: Validated<ListEntitiesForPolicyRequest>,
): Promise<readonly Entity[]> {
  const attachments = await db
    .selectFrom('iam_attached_policies')
    .select(['owner_kind', 'owner_name'])
    .where('account_id', '=', account)
    .where('policy_arn', '=', arn)
    .execute();
  const entities: Entity[] = [];
  for (const { owner_kind, owner_name: name } of attachments) {
    const kind = owner_kind === 'user' ? 'User' : 'Role';
    if (filter !== undefined && filter !== kind) continue;
    const row = await (kind === 'User' ? findUser : findRole)(db, account, name);
    if (row?.path.startsWith(prefix)) entities.push({ kind, name, id: row.id });
  }
  return entities;
}
