import type {
  GetAccountAuthorizationDetailsRequest,
  GetAccountAuthorizationDetailsResponse,
} from '@aws-sdk/client-iam';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { customerViews, toPolicy, toToldVersion, usedViewsOfAws } from './managed-policy-view.ts';
import { pageOfList } from './page.ts';
import { toGroupDetail, toRoleDetail, toUserDetail } from './to-details.ts';

type Filter = NonNullable<GetAccountAuthorizationDetailsRequest['Filter']>[number];

/** Something of the account, not yet read whole: only what stands on the page is. */
interface Entry {
  readonly filter: Filter;
  /** Users come before groups, roles and policies, by name. */
  readonly key: string;
  readonly tell: (db: Database) => Promise<Partial<GetAccountAuthorizationDetailsResponse>>;
}

/** Everything at once: users, groups, roles and managed policies, of AWS's only those that are in use. */
export const getAccountAuthorizationDetails: Operation<
  GetAccountAuthorizationDetailsRequest,
  GetAccountAuthorizationDetailsResponse
> = async (services, input, call) => {
  await authorizeIam(services, call, { action: 'GetAccountAuthorizationDetails', resource: '*' });
  const { Filter: filter = [] } = input;
  return services.records.read(async (db) => {
    const all = await findEntries(db, call);
    const wanted = filter.length === 0 ? all : all.filter((entry) => filter.includes(entry.filter));
    const { rows, page } = await pageOfList(input, ({ key }) => key, wanted);
    const told = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [], ...page };
    for (const entry of rows) merge(told, await entry.tell(db));
    return told;
  });
};

type Lists = Record<'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies', unknown[]>;

function merge(told: Lists, part: Partial<GetAccountAuthorizationDetailsResponse>): void {
  for (const name of ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const) {
    told[name].push(...(part[name] ?? []));
  }
}

async function findEntries(db: Database, call: Call): Promise<readonly Entry[]> {
  const { account } = call.principal;
  const users = await db.selectFrom('iam_users').selectAll().where('account_id', '=', account).execute();
  const groups = await db.selectFrom('iam_groups').selectAll().where('account_id', '=', account).execute();
  const roles = await db.selectFrom('iam_roles').selectAll().where('account_id', '=', account).execute();
  const ofAws = await usedViewsOfAws(db, call);
  const own = await customerViews(db, call);
  const toEntry = (filter: Filter, rank: number, name: string, tell: Entry['tell']): Entry => ({
    filter,
    key: `${rank}/${name}`,
    tell,
  });
  return [
    ...users.map((row) =>
      toEntry('User', 1, row.name, async (db) => ({ UserDetailList: [await toUserDetail(db, row)] })),
    ),
    ...groups.map((row) =>
      toEntry('Group', 2, row.name, async (db) => ({ GroupDetailList: [await toGroupDetail(db, row)] })),
    ),
    ...roles.map((row) =>
      toEntry('Role', 3, row.name, async (db) => ({ RoleDetailList: [await toRoleDetail(db, row)] })),
    ),
    ...[...ofAws, ...own].map((view) =>
      toEntry(
        view.arn.startsWith('arn:aws:iam::aws:') ? 'AWSManagedPolicy' : 'LocalManagedPolicy',
        4,
        view.arn,
        async (db) => ({
          Policies: [{ ...(await toPolicy(db, call, view)), PolicyVersionList: view.versions.map(toToldVersion) }],
        }),
      ),
    ),
  ];
}
