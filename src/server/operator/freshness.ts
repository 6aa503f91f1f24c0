import { Hono } from 'hono';
import { freshness, type ResourceFreshness } from '../../foresight/freshness.ts';
import type { PlaceFreshness, Usable } from '../../foresight/judge-place.ts';
import { isAccountId } from '../../model/account.ts';
import { isRegion } from '../../model/region.ts';
import { parseDuration } from '../../util/duration.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError } from './operator-error.ts';

/** `GET freshness?plan=ID&account=ID&region=NAME&maxAge=P1D`: whether each resource has the backups and copies that its plans promise. */
export function freshnessRoutes({ records, clock }: Assembly): Hono {
  return new Hono().get('/', async (context) => {
    const wish = parseWish(context.req.query());
    const now = clock.now();
    const resources = await records.read((db) => freshness(db, wish, now));
    if (resources === undefined)
      throw new OperatorError(404, 'plan-not-found', `There is no backup plan ${wish.planId}.`);
    return context.json(toFreshnessAnswer(resources, now));
  });
}

function parseWish({ plan, account, region, maxAge }: Readonly<Record<string, string>>) {
  const fault = (name: string, right: string, value: string): OperatorError =>
    new OperatorError(400, `${name}-malformed`, `"${name}" must be ${right}; it is "${value}".`);
  if (account !== undefined && !isAccountId(account)) throw fault('account', 'twelve digits', account);
  if (region !== undefined && !isRegion(region)) throw fault('region', 'a Region such as "eu-central-1"', region);
  const maxAgeMs = maxAge === undefined ? undefined : parseDuration(maxAge);
  if (maxAge !== undefined && maxAgeMs === undefined)
    throw fault('maxAge', 'an ISO 8601 duration such as "P1D" or "PT36H"', maxAge);
  return { planId: plan, account, region, maxAgeMs };
}

function toFreshnessAnswer(resources: readonly ResourceFreshness[], now: number) {
  const toPoint = ({ arn, createdAt }: Usable) => ({
    recoveryPointArn: arn,
    createdAt: toDate(createdAt),
    ageSeconds: Math.floor((now - createdAt) / 1000),
  });
  const toPlace = ({ newest, promise, ...place }: PlaceFreshness) => ({
    ...place,
    promise: promise === undefined ? null : { ...promise, at: toDate(promise.at) },
    newest: newest === undefined ? null : toPoint(newest),
  });
  return {
    now: toDate(now),
    isFresh: resources.every(({ verdict }) => verdict !== 'stale'),
    resources: resources.map(({ resource, places, newest, verdict }) => ({
      resourceArn: resource.arn,
      resourceType: resource.type,
      resourceName: resource.name,
      account: resource.account_id,
      region: resource.region,
      verdict,
      newest: newest === undefined ? null : toPoint(newest),
      places: places.map(toPlace),
    })),
  };
}

export type FreshnessAnswer = ReturnType<typeof toFreshnessAnswer>;

const toDate = (ms: number): string => new Date(ms).toISOString();
