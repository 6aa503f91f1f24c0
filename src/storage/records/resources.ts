import { isPolicyPlanId } from '../../model/plan-creator.ts';
import {
  defaultNature,
  isNamedByOwner,
  type Nature,
  newResourceId,
  type ResourceAttributes,
  type ResourceType,
  resourceArn,
} from '../../model/resource-type.ts';
import type { Random } from '../../util/random.ts';
import { type RegionSettings, regionSettings } from './backup-settings.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import type { ResourcesTable } from './schema.ts';
import { putTags, removeAllTags, type Tags } from './tags.ts';

/** `attributes` is a `ResourceAttributes`. */
export type ResourceRow = ResourcesTable;

export interface NewResource {
  readonly account: string;
  readonly region: string;
  readonly type: ResourceType;
  /** Becomes part of the ARN for types whose owners name them (a table, a bucket); drawn where absent. */
  readonly name?: string | undefined;
  /** `file:///srv/data`. Within the operator's allowed roots: the caller has seen to it. */
  readonly source: string;
  /** Default: that of the type. */
  readonly nature?: Nature | undefined;
  /** An ARN: names such as `alias/aws/ebs` have been resolved. Absent: unencrypted, where the type lets resources be so. */
  readonly kmsKeyArn?: string | undefined;
  readonly tags?: Tags | undefined;
  readonly attributes?: ResourceAttributes | undefined;
}

/** Puts a protected resource on record under a fresh ARN of its type. Nothing where a resource of that name is there already. */
export async function registerResource(
  db: Database,
  resource: NewResource,
  { random, now }: { random: Random; now: number },
): Promise<ResourceRow | undefined> {
  const { account, region, type, attributes = {} } = resource;
  const isOwnName = isNamedByOwner(type) && resource.name !== undefined;
  const id = isOwnName ? resource.name : newResourceId(type, random, attributes);
  const row: ResourceRow = {
    arn: resourceArn({ type, account, region, id, attributes }),
    account_id: account,
    region,
    type,
    name: resource.name ?? id,
    source: resource.source,
    nature: resource.nature ?? defaultNature(type),
    kms_key_arn: resource.kmsKeyArn ?? null,
    attributes: JSON.stringify(attributes),
    created_at: now,
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('resources')
    .values(row)
    .onConflict((conflict) => conflict.column('arn').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return undefined;
  await putTags(db, row.arn, resource.tags ?? {});
  return row;
}

/** The resource, or nothing. */
export async function resourceByArn(db: Database, arn: string): Promise<ResourceRow | undefined> {
  return (await byArn(db, arn))[0];
}

const byArn = prepared((db: Database, arn: string) => db.selectFrom('resources').selectAll().where('arn', '=', arn));

/** What the rules of a resource's type hold for a backup that starts now, for this plan where it is one's. */
export async function attributesAtBackup(
  db: Database,
  resource: ResourceRow,
  planId?: string | null,
): Promise<ResourceAttributes> {
  if (resource.type !== 'DynamoDB') return JSON.parse(resource.attributes) as ResourceAttributes;
  const settings = await regionSettings(db, { account: resource.account_id, region: resource.region });
  return attributesUnder(resource, settings, planId);
}

/**
 * The same under Region settings that are known. DynamoDB: without the advanced features where the account has switched them off in the
 * Region; and in the plans of a backup policy, which do not switch them on, where it has not switched them on itself. Developer Guide,
 * "Advanced DynamoDB backup".
 */
export function attributesUnder(
  resource: Pick<ResourceRow, 'type' | 'attributes'>,
  { management }: RegionSettings,
  planId?: string | null,
): ResourceAttributes {
  const attributes = JSON.parse(resource.attributes) as ResourceAttributes;
  if (resource.type !== 'DynamoDB') return attributes;
  const isByPolicy = planId !== undefined && planId !== null && isPolicyPlanId(planId);
  const isAdvanced = isByPolicy ? management.DynamoDB === true : management.DynamoDB !== false;
  return isAdvanced ? attributes : { ...attributes, isAdvanced: false };
}

/** Resources in the order of their registration, all or an account's, a Region's. */
export async function listResources(
  db: Database,
  filter: { readonly account?: string | undefined; readonly region?: string | undefined } = {},
): Promise<readonly ResourceRow[]> {
  let query = db.selectFrom('resources').selectAll();
  if (filter.account !== undefined) query = query.where('account_id', '=', filter.account);
  if (filter.region !== undefined) query = query.where('region', '=', filter.region);
  return await query.orderBy('created_at').orderBy('arn').execute();
}

/** The resources of an account in a Region with their tags, in the order of their registration; only these where `arns` is given. */
export async function resourcesWithTags(
  db: Database,
  { account, region, arns }: { account: string; region: string; arns: readonly string[] | undefined },
): Promise<readonly { readonly resource: ResourceRow; readonly tags: Tags }[]> {
  if (arns?.length === 0) return [];
  let wanted = db.selectFrom('resources').where('account_id', '=', account).where('region', '=', region);
  if (arns !== undefined) wanted = wanted.where('arn', 'in', arns);
  const resources = await wanted.selectAll().orderBy('created_at').orderBy('arn').execute();
  const tags = await db.selectFrom('tags').selectAll().where('resource_arn', 'in', wanted.select('arn')).execute();
  const byArn = Map.groupBy(tags, ({ resource_arn }) => resource_arn);
  return resources.map((resource) => ({
    resource,
    tags: Object.fromEntries((byArn.get(resource.arn) ?? []).map(({ key, value }) => [key, value])),
  }));
}

/** Takes a resource off the record; its recovery points stay. False where there was none. */
export async function removeResource(db: Database, arn: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('resources').where('arn', '=', arn).executeTakeFirst();
  await removeAllTags(db, arn);
  return numDeletedRows === 1n;
}
