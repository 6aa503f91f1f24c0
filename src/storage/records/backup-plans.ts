import { type SqlBool, sql } from 'kysely';
import type { BackupPlan } from '../../model/backup-plan.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import { noteEvent } from './events.ts';
import { hashOf } from './idempotency.ts';
import { isBehind, type Page } from './page.ts';
import { scheduleRules, unscheduleRules } from './plan-runs.ts';
import type { Database } from './records.ts';
import type { BackupPlansTable, BackupPlanVersionsTable } from './schema.ts';
import { putTags, removeAllTags, type Tags } from './tags.ts';

export type BackupPlanRow = BackupPlansTable;
export type BackupPlanVersionRow = BackupPlanVersionsTable;

interface Place {
  readonly account: string;
  readonly region: string;
}

/** What a new plan is, apart from what its document says. */
export interface NewPlan
  extends Pick<BackupPlanRow, 'id' | 'arn' | 'account_id' | 'region' | 'version_id' | 'managed_by'> {
  readonly creatorRequestId: string | null;
  readonly document: BackupPlan;
  readonly now: number;
}

/** Puts a plan on record with its first version and its tags. */
export async function insertPlan(db: Database, { document, now, creatorRequestId, ...ids }: NewPlan, tags: Tags) {
  const plan: BackupPlanRow = {
    ...ids,
    name: document.name,
    document_hash: planHash(document, ids.managed_by),
    creator_request_id: creatorRequestId,
    created_at: now,
    deleted_at: null,
    last_execution_at: null,
  };
  await db.insertInto('backup_plans').values(plan).execute();
  await insertVersion(db, { plan_id: plan.id, version_id: plan.version_id, place: 1, document, created_at: now });
  await putTags(db, plan.arn, tags);
  await scheduleRules(db, { planId: plan.id, rules: document.rules, now });
  await notePlan(db, plan, 'CREATED', now);
  return plan;
}

async function notePlan(
  db: Database,
  plan: BackupPlanRow,
  state: 'CREATED' | 'MODIFIED' | 'DELETED',
  now: number,
): Promise<void> {
  const { id, arn, version_id, account_id: account, region } = plan;
  await noteEvent(db, { kind: 'plan', subject: arn, account, region, state, detail: { id, version_id }, now });
}

/** Makes a document the newest version of a plan. */
export async function addPlanVersion(
  db: Database,
  plan: BackupPlanRow,
  { versionId, document, now }: { versionId: string; document: BackupPlan; now: number },
): Promise<void> {
  const place = (await countPlanVersions(db, plan.id)) + 1;
  const old = await planVersion(db, { planId: plan.id, versionId: plan.version_id });
  const before = old === undefined ? [] : (JSON.parse(old.document) as BackupPlan).rules;
  await insertVersion(db, { plan_id: plan.id, version_id: versionId, place, document, created_at: now });
  await db
    .updateTable('backup_plans')
    .set({ name: document.name, version_id: versionId, document_hash: planHash(document, plan.managed_by) })
    .where('id', '=', plan.id)
    .execute();
  await scheduleRules(db, { planId: plan.id, rules: document.rules, before, now });
  await notePlan(db, { ...plan, version_id: versionId }, 'MODIFIED', now);
}

const insertVersion = async (
  db: Database,
  { document, ...version }: Omit<BackupPlanVersionRow, 'document'> & { document: BackupPlan },
): Promise<void> => {
  await db
    .insertInto('backup_plan_versions')
    .values({ ...version, document: JSON.stringify(document) })
    .execute();
};

/** The same for two documents that differ in rule ids only. An account may have the very plan that a policy makes there. */
const planHash = (plan: BackupPlan, managedBy: string | null): string =>
  hashOf({ managedBy: managedBy ?? undefined, ...plan, rules: plan.rules.map((rule) => ({ ...rule, id: undefined })) });

/** Whether the newest document of a plan is this one, but for rule ids. */
export const isSameDocument = (plan: BackupPlanRow, document: BackupPlan): boolean =>
  plan.document_hash === planHash(document, plan.managed_by);

/** AWS's version ids are UUIDs in base64. */
export const newVersionId = (random: Random): string => Buffer.from(randomUuid(random)).toString('base64');

/** How many versions a plan has had; none is ever taken away. */
export async function countPlanVersions(db: Database, planId: string): Promise<number> {
  const { count } = await db
    .selectFrom('backup_plan_versions')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The plan, deleted or not, or nothing. */
export async function planById(db: Database, id: string): Promise<BackupPlanRow | undefined> {
  return await db.selectFrom('backup_plans').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The plan that is not deleted, by its ARN, or nothing. */
export async function planByArn(db: Database, arn: string): Promise<BackupPlanRow | undefined> {
  const plan = await planById(db, arn.slice(arn.lastIndexOf(':') + 1));
  return plan?.arn === arn && plan.deleted_at === null ? plan : undefined;
}

/** One version of a plan, or nothing. */
export async function planVersion(
  db: Database,
  { planId, versionId }: { planId: string; versionId: string },
): Promise<BackupPlanVersionRow | undefined> {
  return await db
    .selectFrom('backup_plan_versions')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('version_id', '=', versionId)
    .executeTakeFirst();
}

/** The plan that is not deleted and was asked for with this creator request id, or whose document is this one. */
export async function findLikePlan(
  db: Database,
  { account, region }: Place,
  like: { readonly creatorRequestId: string } | { readonly document: BackupPlan },
): Promise<BackupPlanRow | undefined> {
  const query = livingPlans(db, { account, region }).selectAll();
  return await ('document' in like
    ? query.where('document_hash', '=', planHash(like.document, null))
    : query.where('creator_request_id', '=', like.creatorRequestId)
  ).executeTakeFirst();
}

export async function countPlans(db: Database, place: Place): Promise<number> {
  const { count } = await livingPlans(db, place)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const livingPlans = (db: Database, { account, region }: Place) =>
  db
    .selectFrom('backup_plans')
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('deleted_at', 'is', null);

/** A plan with the document of one of its versions. */
export interface PlanWithDocument extends BackupPlanRow {
  readonly document: string;
}

/** What plans of the same moment are ordered by: where the clock is moved by hand, many are. */
export const planPlace = ({ name, id }: Pick<BackupPlanRow, 'name' | 'id'>): string => `${name}/${id}`;

/** Plans of an account in a Region, oldest first, each with its newest document; a page's position has a `planPlace`. */
export async function listPlans(
  db: Database,
  { account, region, withDeleted }: Place & { readonly withDeleted: boolean },
  page: Page,
): Promise<readonly PlanWithDocument[]> {
  let query = db
    .selectFrom('backup_plans')
    .innerJoin('backup_plan_versions as version', (join) =>
      join.onRef('version.plan_id', '=', 'id').onRef('version.version_id', '=', 'backup_plans.version_id'),
    )
    .selectAll('backup_plans')
    .select('version.document')
    .where('account_id', '=', account)
    .where('region', '=', region);
  if (!withDeleted) query = query.where('deleted_at', 'is', null);
  const place = sql<string>`name || '/' || id`;
  if (page.after !== undefined) {
    const { at, id } = page.after;
    query = query.where(sql<SqlBool>`(backup_plans.created_at, ${place}) > (${at}, ${id})`);
  }
  return await query.orderBy('backup_plans.created_at').orderBy(place).limit(page.limit).execute();
}

/** The versions of a plan, newest first; a page's position is that of a version's `place`. */
export async function listPlanVersions(
  db: Database,
  planId: string,
  page: Page,
): Promise<readonly BackupPlanVersionRow[]> {
  let query = db.selectFrom('backup_plan_versions').selectAll().where('plan_id', '=', planId);
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'place', id: 'version_id' }));
  return await query.orderBy('place', 'desc').orderBy('version_id', 'desc').limit(page.limit).execute();
}

/** A plan that a backup policy made, with its newest document. */
export type ManagedPlan = PlanWithDocument;

/** The plans that the backup policies of an organization have made and that are not deleted, in whatever accounts. */
export async function managedPlans(db: Database, organizationId: string): Promise<readonly ManagedPlan[]> {
  return await db
    .selectFrom('backup_plans')
    .innerJoin('backup_plan_versions as version', (join) =>
      join.onRef('version.plan_id', '=', 'id').onRef('version.version_id', '=', 'backup_plans.version_id'),
    )
    .selectAll('backup_plans')
    .select('version.document')
    .where('managed_by', '=', organizationId)
    .where('deleted_at', 'is', null)
    .orderBy('backup_plans.created_at')
    .orderBy('id')
    .execute();
}

/** Puts on the agenda the plans that are not on it: those of an installation from before plans ran. */
export async function scheduleForgottenPlans(db: Database, now: number): Promise<void> {
  const plans = await db
    .selectFrom('backup_plans as plan')
    .innerJoin('backup_plan_versions as version', (join) =>
      join.onRef('version.plan_id', '=', 'plan.id').onRef('version.version_id', '=', 'plan.version_id'),
    )
    .select(['plan.id', 'version.document'])
    .where('plan.deleted_at', 'is', null)
    .where('plan.id', 'not in', (eb) => eb.selectFrom('plan_runs').select('plan_id'))
    .execute();
  for (const { id, document } of plans) {
    await scheduleRules(db, { planId: id, rules: (JSON.parse(document) as BackupPlan).rules, now });
  }
}

/** The plan has run. */
export async function noteExecution(db: Database, planId: string, at: number): Promise<void> {
  await db.updateTable('backup_plans').set({ last_execution_at: at }).where('id', '=', planId).execute();
}

/** From now on the plan counts as deleted; its versions stay, its tags go. */
export async function markPlanDeleted(db: Database, plan: BackupPlanRow, now: number): Promise<void> {
  await db.updateTable('backup_plans').set({ deleted_at: now }).where('id', '=', plan.id).execute();
  await removeAllTags(db, plan.arn);
  await unscheduleRules(db, plan.id);
  await notePlan(db, plan, 'DELETED', now);
}
