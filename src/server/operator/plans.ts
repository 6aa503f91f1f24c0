import { Hono } from 'hono';
import { type FoundRule, runRuleNow } from '../../jobs/run-rule.ts';
import type { BackupPlan } from '../../model/backup-plan.ts';
import { planById, planVersion } from '../../storage/records/backup-plans.ts';
import type { Database } from '../../storage/records/records.ts';
import { invariant } from '../../util/invariant.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError, readObject } from './operator-error.ts';

/**
 * `POST plans/ID/run {"rule"?: NAME}`: makes the jobs of a plan's rules now, or of one rule, beside their schedule. The answer names the jobs;
 * their copies follow them.
 */
export function planRoutes({ records, clock, random, runner }: Assembly): Hono {
  // The ids of plans that a backup policy makes have a slash in them.
  return new Hono().post('/:id{.+}/run', async (context) => {
    const planId = context.req.param('id');
    const { rule } = await readObject(context.req);
    if (rule !== undefined && typeof rule !== 'string')
      throw new OperatorError(
        400,
        'rule-malformed',
        '"rule" must be the name of one of the rules; without it, all run.',
      );
    const jobs = await records.write(async (db) => {
      const made = [];
      for (const found of await findRules(db, planId, rule)) {
        const now = clock.now();
        made.push(...(await runRuleNow(db, found, { now, random })).map((job) => ({ rule: found.rule.name, job })));
      }
      return made;
    });
    runner.wake();
    return context.json({
      planId,
      jobs: jobs.map(({ rule: name, job }) => ({ id: job.id, rule: name, resourceArn: job.resource_arn })),
    });
  });
}

async function findRules(db: Database, planId: string, name: string | undefined): Promise<readonly FoundRule[]> {
  const plan = await planById(db, planId);
  if (plan === undefined || plan.deleted_at !== null)
    throw new OperatorError(404, 'plan-not-found', `There is no backup plan ${planId}.`);
  const version = await planVersion(db, { planId, versionId: plan.version_id });
  invariant(version, 'a plan has the version that it names');
  const document = JSON.parse(version.document) as BackupPlan;
  const rules = document.rules.filter((rule) => name === undefined || rule.name === name);
  if (rules.length === 0) {
    const names = document.rules.map((rule) => `"${rule.name}"`).join(', ');
    throw new OperatorError(404, 'rule-not-found', `Plan ${planId} has no rule "${name}"; it has ${names}.`);
  }
  return rules.map((rule) => ({ plan, document, rule }));
}
