import type { ContenderName } from './contender.ts';
import type { PeerSetName } from './data-sets.ts';
import { median, type Results } from './results.ts';
import type { WorkName } from './works.ts';

/** What a work must reach: at least so many times faster than another program, or within so many times what it takes. */
interface Bar {
  readonly work: WorkName;
  readonly set: PeerSetName;
  readonly ours: ContenderName;
  readonly than: ContenderName;
  /** Wall time of `than` over that of `ours`. */
  readonly least: number;
}

const SETS: readonly PeerSetName[] = ['d1', 'd2', 'd3'];

const times = (
  work: WorkName,
  { ours = 'crossvault', than = 'restic' }: { ours?: ContenderName; than?: ContenderName },
  least: Partial<Record<PeerSetName, number>>,
): Bar[] => SETS.flatMap((set) => (least[set] === undefined ? [] : [{ work, set, ours, than, least: least[set] }]));

/** In the order of the works. "Within 1.25 times what cp takes" is 0.8 times as fast. */
const BARS: readonly Bar[] = [
  ...times('backup', {}, { d1: 3, d2: 2.5, d3: 3 }),
  ...times('copy', {}, { d1: 8, d2: 30, d3: 8 }),
  ...times('copy', { than: 'cp' }, { d1: 0.8, d2: 8, d3: 1 }),
  ...times('copy', { ours: 'plain' }, { d1: 6, d2: 25, d3: 6 }),
  ...times('copy', { ours: 'plain', than: 'cp' }, { d2: 6 }),
  ...times('incremental-copy', { ours: 'warm' }, { d1: 10, d2: 10, d3: 10 }),
  ...times('restore', {}, { d1: 4, d2: 1.5, d3: 2 }),
];

/** Of a repeated copy in a process that is up already. */
const REPEATED_COPY_SECONDS = 0.1;
/** Of every work of ours. */
const PEAK_MEBIBYTES = 300;

/** One line for each bar that could be measured: what was reached, and whether that is enough. */
export function barLines(results: Results): string[] {
  return [...BARS.flatMap((bar) => ratioLine(results, bar)), ...repeatedLines(results), ...peakLine(results)];
}

function ratioLine(results: Results, { work, set, ours, than, least }: Bar): string[] {
  const own = wall(results, { work, set, contender: ours });
  const other = wall(results, { work, set, contender: than });
  if (own === undefined || other === undefined) return [];
  const ratio = other / own;
  const what = `${work} ${set.toUpperCase()}, ${ours}: ${ratio.toFixed(2)}x as fast as ${than}`;
  return [line(ratio >= least, what, `at least ${least}x`)];
}

function repeatedLines(results: Results): string[] {
  return SETS.flatMap((set) => {
    const own = wall(results, { work: 'repeated-copy', set, contender: 'warm' });
    if (own === undefined) return [];
    const what = `repeated-copy ${set.toUpperCase()}, warm: ${Math.round(own * 1_000)} ms`;
    return [line(own < REPEATED_COPY_SECONDS, what, `under ${REPEATED_COPY_SECONDS * 1_000} ms`)];
  });
}

function peakLine(results: Results): string[] {
  const ours = results.all().filter(({ contender }) => contender !== 'restic' && contender !== 'cp');
  const peaks = ours.flatMap(({ costs, work, set, contender }) =>
    costs.map(({ peakMebibytes = 0 }) => ({ peakMebibytes, work, set, contender })),
  );
  const highest = peaks.reduce((most, peak) => (peak.peakMebibytes > most.peakMebibytes ? peak : most), peaks[0]!);
  if (highest === undefined || highest.peakMebibytes === 0) return [];
  const { peakMebibytes, work, set, contender } = highest;
  const what = `highest peak of memory: ${Math.round(peakMebibytes)} MiB (${work} ${set.toUpperCase()}, ${contender})`;
  return [line(peakMebibytes <= PEAK_MEBIBYTES, what, `at most ${PEAK_MEBIBYTES} MiB`)];
}

function wall(results: Results, wanted: Parameters<Results['find']>[0]): number | undefined {
  const found = results.find(wanted);
  return found && median(found.costs, 'wallSeconds');
}

function line(isReached: boolean, what: string, bar: string): string {
  return `${isReached ? 'reached' : 'MISSED '}  ${what} (${bar})`;
}
