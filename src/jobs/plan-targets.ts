import type { BackupSelection } from '../model/backup-selection.ts';
import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';
import { selectResources } from '../planning/select-resources.ts';
import { isAccountActive } from '../storage/records/accounts.ts';
import type { BackupPlanRow } from '../storage/records/backup-plans.ts';
import { selectionsOfPlan } from '../storage/records/backup-selections.ts';
import { type RegionSettings, regionSettings } from '../storage/records/backup-settings.ts';
import { organizationOf } from '../storage/records/organizations.ts';
import type { Database } from '../storage/records/records.ts';
import { attributesUnder, type ResourceRow, resourcesWithTags } from '../storage/records/resources.ts';
import { NAMED_RESOURCES_MAX } from './limits.ts';

/** A resource that a plan takes care of. */
export interface PlanTarget {
  readonly resource: ResourceRow;
  readonly attributes: ResourceAttributes;
  /** Of the selection: Backup works in it. */
  readonly roleArn: string;
  /** When the resource came under the plan. */
  readonly since: number;
}

/**
 * What the selections of a plan come to at this moment; nothing in an account that is closed. A resource that several of them take is backed up once, in the role of the oldest.
 */
export async function planTargets(db: Database, plan: BackupPlanRow): Promise<readonly PlanTarget[]> {
  const place = { account: plan.account_id, region: plan.region };
  const selections = (await selectionsOfPlan(db, plan.id)).map((row) => ({
    row,
    document: JSON.parse(row.document) as BackupSelection,
  }));
  if (selections.length === 0 || !(await isAccountActive(db, plan.account_id))) return [];
  const settings = await regionSettings(db, place);
  const { optIn } = plan.managed_by === null ? settings : await managementSettings(db, plan);
  const named = namedResources(selections.map(({ document }) => document));
  const candidates = (await resourcesWithTags(db, { ...place, arns: named })).map(({ resource, tags }) => ({
    arn: resource.arn,
    type: resource.type as ResourceType,
    attributes: attributesUnder(resource, settings, plan.id),
    tags,
    resource,
  }));
  const targets = new Map<string, PlanTarget>();
  for (const { row, document } of selections) {
    for (const { resource, attributes } of selectResources(document, candidates, optIn)) {
      const since = Math.max(row.created_at, resource.created_at);
      if (!targets.has(resource.arn))
        targets.set(resource.arn, { resource, attributes, roleArn: row.iam_role_arn, since });
    }
  }
  return [...targets.values()];
}

/** For the plans of a backup policy the switches of the management account count, not those of the account. Developer Guide, "Managing multiple accounts". */
async function managementSettings(db: Database, { account_id, region }: BackupPlanRow): Promise<RegionSettings> {
  const organization = await organizationOf(db, account_id);
  return await regionSettings(db, { account: organization?.management_account_id ?? account_id, region });
}

/** The resources that alone come into question, or nothing where any may: a plan that names ten need not look at ten thousand. */
function namedResources(selections: readonly BackupSelection[]): readonly string[] | undefined {
  const isNamed = ({ resources = [], tags = [] }: BackupSelection): boolean =>
    tags.length === 0 && !resources.some((arn) => arn.includes('*'));
  const named = selections.flatMap(({ resources = [] }) => resources);
  return selections.every(isNamed) && named.length <= NAMED_RESOURCES_MAX ? named : undefined;
}
