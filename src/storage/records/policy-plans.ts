import type { BackupPlan } from '../../model/backup-plan.ts';
import { toPolicyPlanId } from '../../model/plan-creator.ts';
import { partitionOf } from '../../model/region.ts';
import { type PolicyPlan, plansOfPolicy } from '../../planning/policy-plans.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import {
  addPlanVersion,
  insertPlan,
  isSameDocument,
  type ManagedPlan,
  managedPlans,
  markPlanDeleted,
  newVersionId,
} from './backup-plans.ts';
import { replaceSelections } from './backup-selections.ts';
import { ensureServiceLinkedRole } from './iam.ts';
import { listMembers } from './organization-members.ts';
import { effectiveManagementPolicy, isTypeEnabled } from './organizations.ts';
import type { Database } from './records.ts';

interface Moment {
  readonly now: number;
  readonly random: Random;
}

/**
 * Brings the plans that the backup policies of an organization ask for in its accounts to what the policies say now: new ones are made, others
 * get a new version or go. Runs in the transaction that changed a policy, an attachment or a membership. Costs two looks where the
 * organization has no backup policies. A plan whose policy no longer says a possible plan stays as it was.
 */
export async function reconcilePolicyPlans(db: Database, organizationId: string, moment: Moment): Promise<void> {
  const there = new Map((await managedPlans(db, organizationId)).map((plan) => [keyOf(plan.account_id, plan), plan]));
  if (there.size === 0 && !(await isTypeEnabled(db, organizationId, 'BACKUP_POLICY'))) return;
  for (const { account, wanted } of await wantedPlans(db, organizationId)) {
    const key = keyOf(account, wanted);
    await bringAbout(db, { organizationId, account, wanted, plan: there.get(key) }, moment);
    there.delete(key);
  }
  for (const plan of there.values()) {
    await replaceSelections(db, plan.id, [], moment);
    await markPlanDeleted(db, plan, moment.now);
  }
}

const keyOf = (account: string, { region, name }: { region: string; name: string }): string =>
  [account, region, name].join('/');

interface Wanted {
  readonly account: string;
  readonly wanted: PolicyPlan;
}

async function wantedPlans(db: Database, organizationId: string): Promise<readonly Wanted[]> {
  const attached = await accountsWithPolicies(db, organizationId);
  const effective = new Map<string, string | undefined>();
  const all: Wanted[] = [];
  for (const { id: account, parent_id } of await listMembers(db, organizationId)) {
    // Accounts side by side have one effective policy, unless something is attached to them.
    const place = attached.has(account) ? account : (parent_id ?? account);
    if (!effective.has(place)) effective.set(place, await effectiveManagementPolicy(db, account, 'BACKUP_POLICY'));
    const policy = effective.get(place);
    if (policy !== undefined) all.push(...plansOfPolicy(policy, account).map((wanted) => ({ account, wanted })));
  }
  return all;
}

async function accountsWithPolicies(db: Database, organizationId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('organization_policy_attachments as attachment')
    .innerJoin('organization_policies as policy', 'policy.id', 'attachment.policy_id')
    .select('attachment.target_id')
    .where('attachment.organization_id', '=', organizationId)
    .where('policy.type', '=', 'BACKUP_POLICY')
    .execute();
  return new Set(rows.map(({ target_id }) => target_id));
}

async function bringAbout(
  db: Database,
  { organizationId, account, wanted, plan }: Wanted & { organizationId: string; plan: ManagedPlan | undefined },
  moment: Moment,
): Promise<void> {
  if (wanted.plan === undefined) return;
  const { now, random } = moment;
  const before = plan === undefined ? undefined : (JSON.parse(plan.document) as BackupPlan);
  const document = withRuleIds(wanted.plan, before, random);
  if (plan !== undefined) {
    const versionId = newVersionId(random);
    if (!isSameDocument(plan, document)) await addPlanVersion(db, plan, { versionId, document, now });
    return await replaceSelections(db, plan.id, wanted.selections, moment);
  }
  const id = toPolicyPlanId(randomUuid(random));
  const { region, tags } = wanted;
  await ensureServiceLinkedRole(db, account, 'backup.amazonaws.com', now, random);
  await insertPlan(
    db,
    {
      id,
      arn: `arn:${partitionOf(region)}:backup:${region}:${account}:backup-plan:${id}`,
      account_id: account,
      region,
      version_id: newVersionId(random),
      creatorRequestId: null,
      managed_by: organizationId,
      document,
      now,
    },
    tags,
  );
  await replaceSelections(db, id, wanted.selections, moment);
}

/** A rule keeps the id that it had in the version before. */
function withRuleIds(plan: BackupPlan, before: BackupPlan | undefined, random: Random): BackupPlan {
  const ids = new Map(before?.rules.map(({ name, id }) => [name, id]));
  return { ...plan, rules: plan.rules.map((rule) => ({ ...rule, id: ids.get(rule.name) ?? randomUuid(random) })) };
}
