import type { MendForm } from '../../../decision/mends/render-mend.ts';
import { renderMarkdown } from '../../../report/render-markdown.ts';
import { renderSarif } from '../../../report/render-sarif.ts';
import { renderText } from '../../../report/render-text.ts';
import type { Report } from '../../../report/report.ts';
import { printableJson } from '../../../util/printable.ts';
import { EXIT } from '../../exit-codes.ts';
import { version } from '../../version.ts';
import { pageOptions } from './page-options.ts';
import type { Output } from './report-flags.ts';

const FENCES: Readonly<Record<MendForm, string>> = {
  json: 'json',
  cli: 'sh',
  terraform: 'hcl',
  cloudformation: 'yaml',
};

/** Prints a report in the form asked for, and sets the exit code that says how it came out. */
export function printReport(
  report: Report,
  flags: {
    readonly output: Output;
    readonly ascii?: boolean;
    readonly full?: boolean;
    readonly fix: MendForm;
  },
): void {
  process.stdout.write(`${printed(report, flags).trimEnd()}\n`);
  process.exitCode = exitCodeOf(report);
}

function printed(report: Report, flags: Parameters<typeof printReport>[1]): string {
  switch (flags.output) {
    case 'text':
      return renderText(report, pageOptions(flags)).join('\n');
    case 'json':
      return printableJson(JSON.stringify(report, undefined, 2));
    case 'sarif':
      return printableJson(JSON.stringify(renderSarif(report, { version: version() }), undefined, 2));
    case 'markdown':
      return renderMarkdown(report, { fence: FENCES[flags.fix] });
  }
}

/** 1 for what stops a copy today or from a known day on; risks and remarks alone are no reason to fail a pipeline. */
export function exitCodeOf({ verdict, findings, gaps }: Report): number {
  const isFault = findings.some(
    ({ outcome, severity }) => outcome === 'unmet' && (severity === 'blocks' || severity === 'will-block'),
  );
  if (isFault) return EXIT.finding;
  return verdict === 'unknown' || gaps.length > 0 ? EXIT.unknown : EXIT.done;
}
