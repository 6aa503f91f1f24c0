/** Writes `docs/operations.md`: which operations of the five services are served, and which are not. Called by `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from '../src/aws/api/service-model.ts';
import { serviceModels } from '../src/aws/api/service-models.ts';
import { backupOperations } from '../src/aws/services/backup/operations.ts';
import { iamOperations } from '../src/aws/services/iam/operations.ts';
import { kmsOperations } from '../src/aws/services/kms/operations.ts';
import type { OperationTable } from '../src/aws/services/operation.ts';
import { organizationsOperations } from '../src/aws/services/organizations/operations.ts';
import { stsOperations } from '../src/aws/services/sts/operations.ts';

const SERVICES: readonly { readonly name: ServiceName; readonly title: string; readonly table: OperationTable }[] = [
  { name: 'backup', title: 'AWS Backup', table: backupOperations },
  { name: 'kms', title: 'AWS Key Management Service', table: kmsOperations },
  { name: 'organizations', title: 'AWS Organizations', table: organizationsOperations },
  { name: 'iam', title: 'AWS Identity and Access Management', table: iamOperations },
  { name: 'sts', title: 'AWS Security Token Service', table: stsOperations },
];

export const OPERATIONS_PAGE = join(import.meta.dirname, '../docs/operations.md');

const HEAD = `# Operations

<!-- Written by scripts/generate-docs.ts (npm run generate) from AWS's models and our tables of operations. Not edited by hand. -->

What the AWS endpoint of Crossvault serves. An operation that is not served is answered as AWS answers one that it does not know:
\`UnknownOperationException\` (404 in AWS Backup, 400 in KMS and Organizations), \`InvalidAction\` (400 in IAM and STS). Nothing is answered
with invented data.
`;

/** The text of the page. Throws where a table has an operation that AWS does not. */
export function operationsPage(): string {
  const counted = SERVICES.map((service) => ({ ...service, ...divide(service.name, service.table) }));
  const sections = counted.map(({ title, served, missing }) =>
    [`## ${title}`, paragraph('Served', served), paragraph('Not served', missing)].join('\n\n'),
  );
  const rows = counted.map(({ title, served, missing }) => [title, served.length, served.length + missing.length]);
  return `${[`${HEAD}\n${table(['service', 'served', 'of'], rows)}`, ...sections].join('\n\n')}\n`;
}

function divide(name: ServiceName, table: OperationTable): { served: string[]; missing: string[] } {
  const known = Object.keys(serviceModels[name].operations).sort();
  const strangers = Object.keys(table).filter((operation) => !known.includes(operation));
  if (strangers.length > 0) throw new Error(`AWS's ${name} has no ${strangers.join(', ')}`);
  return {
    served: known.filter((operation) => Object.hasOwn(table, operation)),
    missing: known.filter((operation) => !Object.hasOwn(table, operation)),
  };
}

/** As the formatter would have it. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((word, column) => Math.max(3, word.length, ...rows.map((row) => String(row[column]).length)));
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell, column) => String(cell).padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const LINE_MAX = 120;

function paragraph(label: string, operations: readonly string[]): string {
  const words = operations.length === 0 ? ['none.'] : operations.map((name) => `\`${name}\`,`);
  const lines = [`**${label}** (${operations.length}):`];
  for (const word of words) {
    const joined = `${lines.at(-1)} ${word}`;
    if (joined.length > LINE_MAX) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines.join('\n').replace(/,$/, '.');
}

export function writeOperationsPage(): void {
  writeFileSync(OPERATIONS_PAGE, operationsPage());
}
