import { Hono } from 'hono';
import { copyFacts } from '../../access/copy-facts.ts';
import { diagnoseCopy } from '../../decision/diagnose-copy.ts';
import { MEND_FORMS, type MendForm, renderMend } from '../../decision/mends/render-mend.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { toReport } from '../../report/to-report.ts';
import { type CopyJobRow, copyJobById } from '../../storage/records/copy-jobs.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../../storage/records/recovery-points.ts';
import { LANGUAGES, type Language } from '../../words/text.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError, readObject } from './operator-error.ts';

/**
 * `POST explain {"copyJobId"}` or `{"recoveryPointArn", "destinationVaultArn", "iamRoleArn"}`, with `"lang"` if it shall not be English, `"fix"` for the form of the mends and `"wayBack": true` for the copy back too:
 * the doctor's report of a copy, in the form of `crossvault doctor copy --output json`, and `isAllowed`. A dry run: starts nothing.
 */
export function explainRoutes({ records, clock, config }: Assembly): Hono {
  return new Hono().post('/', async (context) => {
    const body = await readObject(context.req);
    const language = languageOf(body);
    const form = formOf(body);
    const job = await records.read(async (db) =>
      typeof body.copyJobId === 'string'
        ? await copyJobById(db, body.copyJobId)
        : toCopyJob(body, await pointOf(body, (arn) => recoveryPointByArn(db, arn)), clock.now()),
    );
    if (job === undefined)
      throw new OperatorError(404, 'copy-job-not-found', `There is no copy job ${String(body.copyJobId)}.`);
    const facts = await records.read((db) => copyFacts(db, job, { now: clock.now(), asOf: config.asOf }));
    const said = job.status_message ?? undefined;
    const report = toReport(
      [
        {
          facts,
          diagnosis: diagnoseCopy(facts, { wayBack: body.wayBack === true }),
          ...(said === undefined ? {} : { said }),
        },
      ],
      {
        language,
        render: (remedy, of) => renderMend(of, remedy, form).trimEnd() || undefined,
      },
    );
    return context.json({ ...report, isAllowed: report.verdict === 'works' });
  });
}

function formOf({ fix = 'cli' }: Record<string, unknown>): MendForm {
  const form = MEND_FORMS.find((each) => each === fix);
  if (form === undefined) throw new OperatorError(400, 'fix-unknown', `"fix" must be one of ${MEND_FORMS.join(', ')}.`);
  return form;
}

function languageOf({ lang = 'en' }: Record<string, unknown>): Language {
  const language = LANGUAGES.find((each) => each === lang);
  if (language === undefined)
    throw new OperatorError(400, 'lang-unknown', `"lang" must be one of ${LANGUAGES.join(', ')}.`);
  return language;
}

async function pointOf(
  body: Record<string, unknown>,
  find: (arn: string) => Promise<RecoveryPointRow | undefined>,
): Promise<RecoveryPointRow> {
  const arn = body.recoveryPointArn;
  if (typeof arn !== 'string')
    throw new OperatorError(400, 'recoveryPointArn-missing', '"recoveryPointArn" must name a recovery point.');
  const point = await find(arn);
  if (point === undefined)
    throw new OperatorError(404, 'recovery-point-not-found', `There is no recovery point ${arn}.`);
  return point;
}

/** A copy job that nobody has started, in the form that facts are gathered from. */
function toCopyJob(body: Record<string, unknown>, point: RecoveryPointRow, now: number): CopyJobRow {
  const { destinationVaultArn, iamRoleArn } = body;
  if (typeof destinationVaultArn !== 'string' || parseVaultArn(destinationVaultArn) === undefined) {
    throw new OperatorError(
      400,
      'destinationVaultArn-malformed',
      '"destinationVaultArn" must be the ARN of a backup vault.',
    );
  }
  if (typeof iamRoleArn !== 'string')
    throw new OperatorError(400, 'iamRoleArn-missing', '"iamRoleArn" must be the ARN of the role that copies.');
  return {
    id: 'EXPLAIN',
    account_id: point.account_id,
    region: point.region,
    state: 'CREATED',
    status_message: null,
    message_category: null,
    created_at: now,
    completed_at: null,
    resource_arn: point.resource_arn,
    resource_type: point.resource_type,
    resource_name: point.resource_name,
    iam_role_arn: iamRoleArn,
    percent_done: 0,
    report: null,
    source_vault_arn: point.vault_arn,
    source_recovery_point_arn: point.arn,
    destination_vault_arn: destinationVaultArn,
    destination_recovery_point_arn: null,
    backup_size_bytes: point.backup_size_bytes,
    lifecycle: null,
    created_by: null,
    created_by_backup_job_id: null,
  };
}
