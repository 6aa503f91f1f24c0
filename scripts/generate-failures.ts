/**
 * Writes `docs/failures/`: a page for each thing that the doctor looks at, in four languages, from the requirements and checks, the
 * sentences of AWS, our words, and an example out of `test/cases` that the judge judges here and now. Run by `npm run generate:failures`.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnoseCopy } from '../src/decision/diagnose-copy.ts';
import type { CopyFacts } from '../src/decision/facts.ts';
import { failures } from '../src/decision/failures/failures.ts';
import { renderMend } from '../src/decision/mends/render-mend.ts';
import { failureIndex, failurePage } from '../src/report/failure-page.ts';
import { failurePath } from '../src/report/failure-path.ts';
import type { ReportedFinding } from '../src/report/report.ts';
import { toReport } from '../src/report/to-report.ts';
import { LANGUAGES, type Language } from '../src/words/text.ts';
import { type CaseFile, changed } from '../test/cases/case-file.ts';
import { greenFacts } from '../test/cases/green-facts.ts';
import { SPOILT, spoilt } from '../test/cases/spoilt-copies.ts';

export const FAILURES_FOLDER = join(import.meta.dirname, '../docs/failures');

/** Every page by its path below `docs/failures`. */
export function failurePages(): ReadonlyMap<string, string> {
  const examples = findExamples();
  return new Map(
    LANGUAGES.flatMap((language) => [
      [failurePath('README', language), failureIndex(failures, language)] as const,
      ...failures.map((failure) => {
        const facts = examples.get(failure.id);
        const parts = facts === undefined ? {} : exampleIn(facts, failure.id, language);
        return [failurePath(failure.id, language), failurePage(failure, { language, ...parts })] as const;
      }),
    ]),
  );
}

/** For each failure the first case in which it stands alone, else the first with it. */
function findExamples(): ReadonlyMap<string, CopyFacts> {
  const found = new Map<string, { facts: CopyFacts; faults: number }>();
  for (const file of globSync(join(import.meta.dirname, '../test/cases/*.json')).sort()) {
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as CaseFile;
    for (const { copy, given } of cases) {
      const facts = changed(greenFacts(copy), given);
      const faults = diagnoseCopy(facts).findings.filter(({ outcome }) => outcome === 'unmet');
      for (const { id } of faults) {
        if (faults.length < (found.get(id)?.faults ?? Number.POSITIVE_INFINITY))
          found.set(id, { facts, faults: faults.length });
      }
    }
  }
  const examples = new Map([...found].map(([id, { facts }]) => [id, facts]));
  for (const each of SPOILT) if (!examples.has(each.id)) examples.set(each.id, spoilt(each));
  return examples;
}

function exampleIn(
  facts: CopyFacts,
  id: string,
  language: Language,
): { readonly example?: ReportedFinding; readonly terraform?: string } {
  const report = toReport([{ facts, diagnosis: diagnoseCopy(facts) }], {
    language,
    render: (remedy) => renderMend(facts, remedy, 'cli').trimEnd() || undefined,
  });
  const example = report.findings.find((finding) => finding.id === id);
  const remedy = example?.mends[0]?.remedy;
  const terraform = remedy && renderMend(facts, remedy, 'terraform').trimEnd();
  return { ...(example && { example }), ...(terraform ? { terraform } : {}) };
}

if (import.meta.main) {
  rmSync(FAILURES_FOLDER, { recursive: true, force: true });
  const pages = failurePages();
  for (const [path, page] of pages) {
    mkdirSync(dirname(join(FAILURES_FOLDER, path)), { recursive: true });
    writeFileSync(join(FAILURES_FOLDER, path), page);
  }
  console.log(`${pages.size} pages written to docs/failures`);
}
