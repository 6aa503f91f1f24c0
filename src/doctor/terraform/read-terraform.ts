import type { CaseSeed } from '../cases/case-seed.ts';
import { seedsOfPlan } from '../cases/plan-seeds.ts';
import { estateSource } from '../estate.ts';
import type { GivenSource } from '../given-source.ts';
import type { Gap, TerraformSource } from '../sources.ts';
import { addKeys } from './add-keys.ts';
import { addOrganization, plannedAttachments } from './add-organization.ts';
import { plannedPlans } from './add-plans.ts';
import { addRoles } from './add-roles.ts';
import { addVaults } from './add-vaults.ts';
import { openBlueprint } from './blueprint.ts';
import { type PlanJson, readPlanJson } from './plan-json.ts';
import { plannedResources } from './planned-resources.ts';

/** A Terraform plan as a source: what will be once it has been applied, and the copies that its backup plans will make. */
export async function readTerraform(source: TerraformSource, now: number): Promise<TerraformReading> {
  return toTerraformReading(await readPlanJson(source.path), source, now);
}

export interface TerraformReading extends GivenSource {
  readonly gaps: readonly Gap[];
}

export async function toTerraformReading(
  plan: PlanJson,
  source: TerraformSource,
  now: number,
): Promise<TerraformReading> {
  const blueprint = openBlueprint(plan, source);
  addVaults(blueprint);
  addKeys(blueprint);
  addRoles(blueprint);
  addOrganization(blueprint);
  const gaps: Gap[] = [];
  const resources = plannedResources(blueprint);
  const blank = (what: string) =>
    gaps.push({ what: `${what} (known after terraform apply)`, grant: 'backup:GetBackupPlan' });
  const plans = plannedPlans(blueprint, resources, blank);
  const facts = { ...estateSource(blueprint.estate), attachments: plannedAttachments(blueprint) };
  const cases: CaseSeed[] = [];
  for (const each of plans) {
    cases.push(
      ...(await seedsOfPlan(
        { facts, now, resources, addGap: (gap) => gaps.push(gap), addPlan: () => undefined },
        each,
      )),
    );
  }
  return { facts, cases, plans, gaps };
}
