import { displayWidth, padDisplay } from '../util/display-width.ts';
import { wrapText } from '../util/wrap-text.ts';
import type { TextId } from '../words/text.ts';
import { COPIES_LISTED_MAX } from './limits.ts';
import type { Page } from './page.ts';
import { STYLE_OF } from './paint.ts';
import type { Mark, ReportedCopy, ReportedSide } from './report.ts';

export const VERDICT_MARK: Readonly<Record<ReportedCopy['verdict'], Mark>> = {
  works: 'ok',
  broken: 'broken',
  unknown: 'unknown',
};

/** What was asked, where it is a single copy: which point, out of which vault, into which, by whom. */
export function renderCopyHead(page: Page, { source, destination, resourceType, roleArn, label }: ReportedCopy): void {
  const vault = ({ vaultArn, account, region }: ReportedSide): string =>
    page.say('report.vault-in', { vault: vaultName(vaultArn), account, region });
  const rows: readonly [TextId, string][] = [
    ['report.copy', `${resourceType === undefined ? '' : `${resourceType}  `}${source.recoveryPointArn}`],
    ['report.from', vault(source)],
    ['report.to', vault(destination)],
    ['report.as', roleArn],
  ];
  const labelWidth = Math.max(...rows.map(([id]) => displayWidth(page.say(id)))) + 2;
  if (label !== undefined) page.put(label, { indent: 1, style: 'dim' });
  for (const [id, value] of rows) page.labelled(page.say(id), value, { indent: 1, labelWidth });
}

/** Many copies, one after the other: those that fail first, and no more than a screen or two of them. */
export function renderCopyTable(page: Page, copies: readonly ReportedCopy[]): void {
  const order = { broken: 0, unknown: 1, works: 2 };
  const sorted = copies.toSorted((one, other) => order[one.verdict] - order[other.verdict]);
  const rows = sorted.slice(0, COPIES_LISTED_MAX);
  const typeWidth = Math.max(...rows.map(({ resourceType = '' }) => displayWidth(resourceType)));
  const sourceWidth = Math.max(...rows.map(({ source }) => displayWidth(sideName(source))));
  const { line, head } = page.options.glyphs.arrow;
  for (const { verdict, resourceType = '', resourceArn, source, destination, label } of rows) {
    const mark = VERDICT_MARK[verdict];
    const sign = page.options.glyphs.marks[mark];
    const indent = displayWidth(sign) + 2;
    const ways = `${padDisplay(sideName(source), sourceWidth)} ${line}${head} ${sideName(destination)}`;
    const words = `${padDisplay(resourceType, typeWidth)}${typeWidth > 0 ? '  ' : ''}${ways}`;
    const [first = '', ...more] = wrapText(words, page.options.width - indent);
    page.lines.push(` ${page.paint(STYLE_OF[mark], sign)} ${first}`);
    for (const rest of more) page.put(rest, { indent: indent + 2 });
    const thing = label ?? resourceArn;
    if (thing !== undefined) page.put(thing, { indent: indent + 2, style: 'dim' });
  }
  const left = copies.length - rows.length;
  if (left > 0) page.put(page.say('report.more', { count: String(left) }), { indent: 3, style: 'dim' });
}

const vaultName = (vaultArn: string): string => vaultArn.split(':').at(-1) ?? vaultArn;
const sideName = ({ vaultArn, account, region }: ReportedSide): string => `${account} ${region} ${vaultName(vaultArn)}`;
