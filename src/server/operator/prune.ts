import { Hono } from 'hono';
import { pruneVaults } from '../../jobs/prune-vaults.ts';
import type { Assembly } from '../assemble.ts';
import { PRUNE_GRACE_HOURS } from '../limits.ts';
import { OperatorError, readObject } from './operator-error.ts';

const HOUR_MS = 60 * 60 * 1000;
const GRACE_HOURS_MAX = 24 * 365;

/** `POST prune {"graceHours"?: …}`: frees in all vaults what no recovery point on record needs and was unneeded that long. */
export function pruneRoutes({ jobContext }: Assembly): Hono {
  return new Hono().post('/', async (context) => {
    const { graceHours = PRUNE_GRACE_HOURS } = await readObject(context.req);
    if (typeof graceHours !== 'number' || !(graceHours >= 0 && graceHours <= GRACE_HOURS_MAX))
      throw new OperatorError(
        400,
        'graceHours-invalid',
        `"graceHours" must be a number from 0 to ${GRACE_HOURS_MAX}; without it, ${PRUNE_GRACE_HOURS}.`,
      );
    return context.json({ domains: await pruneVaults(jobContext, { graceMs: graceHours * HOUR_MS }) });
  });
}
