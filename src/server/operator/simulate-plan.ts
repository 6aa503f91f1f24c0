import { Hono } from 'hono';
import { SIMULATED_MAX_MS } from '../../foresight/limits.ts';
import { simulatePlan } from '../../foresight/simulate-plan.ts';
import { LANGUAGES, type Language } from '../../words/text.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError, readObject } from './operator-error.ts';
import { toSimulationAnswer } from './simulation-answer.ts';

/**
 * `POST plans/ID/simulate {"until": "2027-06-30", "lang"?: "en"}`: the backups and copies that a plan will make until a day if nothing changes,
 * those that will not happen and why, and what the vaults will hold then. Changes nothing.
 */
export function simulatePlanRoutes({ records, access, random, clock, config }: Assembly): Hono {
  // The ids of plans that a backup policy makes have a slash in them.
  return new Hono().post('/:id{.+}/simulate', async (context) => {
    const planId = context.req.param('id');
    const { until, lang = 'en' } = await readObject(context.req);
    const now = clock.now();
    const language = LANGUAGES.find((known): known is Language => known === lang);
    if (language === undefined)
      throw new OperatorError(
        400,
        'lang-unknown',
        `"lang" is one of ${LANGUAGES.join(', ')}; not ${JSON.stringify(lang)}.`,
      );
    const parts = { records, access, random, now, asOf: config.asOf };
    const simulation = await simulatePlan(parts, { planId, until: parseUntil(until, now) });
    if (simulation === undefined) throw new OperatorError(404, 'plan-not-found', `There is no backup plan ${planId}.`);
    return context.json(toSimulationAnswer(simulation, language));
  });
}

/** A day (all of it, in UTC) or a moment. */
function parseUntil(value: unknown, now: number): number {
  const text = typeof value === 'string' ? value : '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = Date.parse(isDay ? `${text}T23:59:59.999Z` : text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(ms))
    throw new OperatorError(
      400,
      'until-malformed',
      `"until" must be a date such as "2027-06-30" or "2027-06-30T12:00:00Z"; it is ${JSON.stringify(value) ?? 'missing'}.`,
    );
  if (ms <= now || ms > now + SIMULATED_MAX_MS)
    throw new OperatorError(
      400,
      'until-out-of-range',
      `"until" must lie within the next ten years; the server's clock shows ${new Date(now).toISOString()}.`,
    );
  return ms;
}
