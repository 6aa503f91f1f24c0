import { diagnoseCopy } from '../../../decision/diagnose-copy.ts';
import { diagnosePlan } from '../../../decision/diagnose-plan.ts';
import { type MendForm, renderMend } from '../../../decision/mends/render-mend.ts';
import { after, type Event } from '../../../decision/what-if.ts';
import type { DoctorReading, DoctorRequest } from '../../../doctor/sources.ts';
import type { Examined, Report } from '../../../report/report.ts';
import { Reporter } from '../../../report/to-report.ts';
import type { Language } from '../../../words/text.ts';
import { openTerminal } from '../../terminal.ts';

/** Copies between two signs of life. */
const PROGRESS_EVERY = 100;

/** Reads each copy that the request comes to, and judges it; the next is read while the last is worked on. */
export async function* examine(
  reading: DoctorReading,
  request: DoctorRequest,
  { wayBack = false }: { readonly wayBack?: boolean } = {},
): AsyncIterable<Examined> {
  const terminal = openTerminal('text');
  let count = 0;
  for await (const { facts, label, origin } of reading.cases(request)) {
    const said = origin.kind === 'job' ? origin.job.statusMessage : null;
    yield {
      facts,
      diagnosis: diagnoseCopy(facts, { wayBack }),
      ...(origin.kind === 'plan' ? { label } : {}),
      ...(said === null ? {} : { said }),
    };
    count += 1;
    if (count % PROGRESS_EVERY === 0) terminal.progress(`${count} copies looked at`);
  }
  terminal.progress(undefined);
}

export interface ReportRequest {
  readonly lang: Language;
  readonly fix: MendForm;
  readonly wayBack?: boolean;
  /** Then the report is of the copies that would break by it. */
  readonly event?: Event;
  readonly now: number;
}

/** The report of all that the request comes to, with mends in the form asked for. */
export async function reportOn(
  reading: DoctorReading,
  request: DoctorRequest,
  { lang, fix, wayBack = false, event, now }: ReportRequest,
): Promise<Report> {
  const reporter = new Reporter({
    language: lang,
    render: (remedy, facts) => renderMend(facts, remedy, fix).trimEnd() || undefined,
  });
  let lookedAt = 0;
  for await (const each of examine(reading, request, { wayBack })) {
    lookedAt += 1;
    const shown = event === undefined ? each : broken(each, event);
    if (shown !== undefined) reporter.add(shown);
  }
  const gaps = reading.gaps();
  if (event !== undefined) return reporter.finish({ gaps, supposed: { event, lookedAt } });
  return reporter.finish({ gaps, general: reading.plans().flatMap((plan) => diagnosePlan(plan, { now })) });
}

/** The copy as it would be after the event, where that breaks it. */
function broken({ facts, diagnosis, ...about }: Examined, event: Event): Examined | undefined {
  const changed = after(facts, event);
  if (changed === facts || diagnosis.verdict === 'broken') return undefined;
  const afterwards = diagnoseCopy(changed);
  return afterwards.verdict === 'broken' ? { ...about, facts: changed, diagnosis: afterwards } : undefined;
}
