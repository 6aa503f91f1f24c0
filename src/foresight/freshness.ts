import { setImmediate as nextTurn } from 'node:timers/promises';
import { planById } from '../storage/records/backup-plans.ts';
import { allLivingPlans } from '../storage/records/plan-outcome.ts';
import { pointsOfResource } from '../storage/records/points-of-resource.ts';
import type { Database } from '../storage/records/records.ts';
import { listResources, type ResourceRow } from '../storage/records/resources.ts';
import { judgePlace, newestUsable, type PlaceFreshness, type Usable } from './judge-place.ts';
import { readLivingPlan } from './living-plan.ts';
import { type Feed, type PromisedPlace, placesOf } from './promised-places.ts';

/** How fresh a resource's backups and copies are, at each place where they should be. */
export interface ResourceFreshness {
  readonly resource: ResourceRow;
  /** None for a resource that no plan takes. */
  readonly places: readonly PlaceFreshness[];
  /** Of all vaults. */
  readonly newest?: Usable;
  /** `no-plan`: nothing is promised, and no age was asked for. */
  readonly verdict: 'fresh' | 'stale' | 'no-plan';
}

export interface FreshnessWish {
  readonly planId?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** Instead of what the plans promise: how old the newest usable point may be, at each place. */
  readonly maxAgeMs?: number | undefined;
}

/**
 * Whether each resource has what its plans promise: at each vault that a rule writes or copies to, a usable point of the last run that counts.
 * Nothing where the wish names a plan that is not there.
 */
export async function freshness(
  db: Database,
  { planId, maxAgeMs, ...where }: FreshnessWish,
  now: number,
): Promise<readonly ResourceFreshness[] | undefined> {
  const plan = planId === undefined ? undefined : await planById(db, planId);
  if (planId !== undefined && (plan === undefined || plan.deleted_at !== null)) return undefined;
  const rows = plan === undefined ? await allLivingPlans(db, where) : [plan];
  const feeds: Feed[] = [];
  for (const row of rows) feeds.push(...placesOf(await readLivingPlan(db, row)));
  const byResource = Map.groupBy(feeds, ({ target }) => target.resource.arn);
  const resources = (await listResources(db, where)).filter(({ arn }) => plan === undefined || byResource.has(arn));
  const answers: ResourceFreshness[] = [];
  for (const resource of resources) {
    const places = gather(byResource.get(resource.arn) ?? []);
    answers.push(await judgeResource(db, { resource, places, maxAgeMs, now }));
    // Reads of SQLite come back at once: without this nobody else would be served meanwhile.
    await nextTurn();
  }
  return answers;
}

/** Several rules, of several plans, may fill one vault. */
const gather = (feeds: readonly Feed[]): readonly PromisedPlace[] =>
  [...Map.groupBy(feeds, ({ vaultArn }) => vaultArn)].map(([vaultArn, all]) => ({ vaultArn, feeds: all }));

async function judgeResource(
  db: Database,
  {
    resource,
    places,
    maxAgeMs,
    now,
  }: {
    resource: ResourceRow;
    places: readonly PromisedPlace[];
    maxAgeMs: number | undefined;
    now: number;
  },
): Promise<ResourceFreshness> {
  const points = await pointsOfResource(db, resource.arn);
  const newest = await newestUsable(db, points);
  const judged: PlaceFreshness[] = [];
  for (const place of places) judged.push(await judgePlace(db, place, { points, maxAgeMs, now }));
  const isOld = maxAgeMs !== undefined && (newest === undefined || now - newest.createdAt > maxAgeMs);
  const isStale = isOld || judged.some(({ verdict }) => verdict === 'stale');
  const verdict = isStale ? 'stale' : places.length === 0 && maxAgeMs === undefined ? 'no-plan' : 'fresh';
  return { resource, places: judged, ...(newest && { newest }), verdict };
}
