import type { Severity } from '../decision/diagnosis.ts';
import { failureIdOf } from '../decision/failures/failures.ts';
import type { Report, ReportedFinding } from './report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocks: 'error',
  'will-block': 'error',
  risk: 'warning',
  remark: 'note',
};

/**
 * A report as SARIF 2.1.0, which code hosts show beside a change. A fault has no line of a file but a place in an account: the vault, key
 * or role stands as a logical location. What could not be judged is of kind `open`, level `none`, as the standard wants it.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report, { version }: { readonly version: string }): object {
  const rules = [...new Map(report.findings.map((finding) => [finding.id, finding])).values()];
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'crossvault doctor',
            version,
            rules: rules.map(toRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => toResult(finding, report, rules)),
      },
    ],
  };
}

const toRule = ({ id, gate, severity, sentence }: ReportedFinding): object => ({
  id,
  helpUri: `docs/failures/${failureIdOf(id)}.md`,
  defaultConfiguration: { level: LEVEL[severity] },
  properties: { gate, ...(sentence && { awsSentence: sentence.text }) },
});

function toResult(finding: ReportedFinding, report: Report, rules: readonly ReportedFinding[]): object {
  const { id, outcome, severity, title, explanation, evidence, actor, mends, grant, copies } = finding;
  const isOpen = outcome === 'unknown';
  const lines = [title, explanation, ...mends.map(({ text, rendered }) => [text, rendered].filter(Boolean).join('\n'))];
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    kind: isOpen ? 'open' : 'fail',
    level: isOpen ? 'none' : LEVEL[severity],
    message: { text: lines.filter((line) => line !== undefined).join('\n\n') },
    locations: locationsOf(finding, report),
    properties: {
      actor,
      evidence,
      ...(grant === undefined ? {} : { grant }),
      copies: copies.map((place) => report.copies[place]?.source.recoveryPointArn),
    },
  };
}

/** The documents that decide; where none is quoted, the vaults of the copies. */
function locationsOf({ evidence, copies }: ReportedFinding, report: Report): object[] {
  const origins =
    evidence.length > 0
      ? evidence.map(({ origin, place }) => ({ name: place ?? origin, fullyQualifiedName: origin }))
      : copies.slice(0, 1).map((place) => {
          const { vaultArn } = report.copies[place]!.destination;
          return { name: vaultArn.split(':').at(-1), fullyQualifiedName: vaultArn };
        });
  return origins.map((origin) => ({ logicalLocations: [{ ...origin, kind: 'resource' }] }));
}
