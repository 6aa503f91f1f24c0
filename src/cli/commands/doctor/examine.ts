import { diagnoseCopy } from '../../../decision/diagnose-copy.ts';
import { type MendForm, renderMend } from '../../../decision/mends/render-mend.ts';
import type { DoctorReading, DoctorRequest } from '../../../doctor/sources.ts';
import type { Examined, Report } from '../../../report/report.ts';
import { toReport } from '../../../report/to-report.ts';
import type { Language } from '../../../words/text.ts';
import { openTerminal } from '../../terminal.ts';

export interface ExamineOptions {
  readonly lang: Language;
  readonly fix: MendForm;
}

/** Reads each copy that the request comes to, and judges it. */
export async function examine(
  reading: DoctorReading,
  request: DoctorRequest,
  { wayBack = false }: { readonly wayBack?: boolean } = {},
): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
  const terminal = openTerminal('text');
  for await (const { facts, label, origin } of reading.cases(request)) {
    const said = origin.kind === 'job' ? origin.job.statusMessage : null;
    examined.push({
      facts,
      diagnosis: diagnoseCopy(facts, { wayBack }),
      ...(origin.kind === 'plan' ? { label } : {}),
      ...(said === null ? {} : { said }),
    });
    if (examined.length % 100 === 0) terminal.progress(`${examined.length} copies looked at`);
  }
  terminal.progress(undefined);
  return examined;
}

/** The report of what was examined, with its mends in the form asked for. */
export function reportOf(reading: DoctorReading, examined: readonly Examined[], { lang, fix }: ExamineOptions): Report {
  return toReport(examined, {
    language: lang,
    asOf: examined[0]?.facts.asOf ?? null,
    gaps: reading.gaps(),
    render: (remedy, facts) => renderMend(facts, remedy, fix).trimEnd() || undefined,
  });
}
