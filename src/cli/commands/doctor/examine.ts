import { diagnoseCopy } from '../../../decision/diagnose-copy.ts';
import { type MendForm, renderMend } from '../../../decision/mends/render-mend.ts';
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

/** The report of all that the request comes to, with mends in the form asked for. */
export async function reportOn(
  reading: DoctorReading,
  request: DoctorRequest,
  { lang, fix, wayBack = false }: { readonly lang: Language; readonly fix: MendForm; readonly wayBack?: boolean },
): Promise<Report> {
  const reporter = new Reporter({
    language: lang,
    render: (remedy, facts) => renderMend(facts, remedy, fix).trimEnd() || undefined,
  });
  for await (const each of examine(reading, request, { wayBack })) reporter.add(each);
  return reporter.finish({ gaps: reading.gaps() });
}
