import type { SetName } from './data-sets.ts';
import { median, type Result, type Results } from './results.ts';
import type { Work } from './works.ts';

const HEAD = [
  '                     crossvault            restic            cp     restic/ours',
  'work             set  wall   cpu   MiB    wall   cpu   MiB   wall   wall   cpu',
];

/** Medians of the runs, at most 80 columns: seconds, peak memory, and how many times longer restic took than we did. */
export function table(results: Results, { works, sets }: { works: readonly Work[]; sets: readonly SetName[] }): string {
  const lines = works.flatMap(({ name: work }) =>
    sets.map((set) => {
      const of = (contender: Result['contender']) => results.find({ work, set, contender })?.costs ?? [];
      const [ours, theirs, floor] = [of('crossvault'), of('restic'), of('cp')];
      return [
        work.padEnd(17),
        set.toUpperCase(),
        seconds(median(ours, 'wallSeconds'), 6),
        seconds(median(ours, 'cpuSeconds'), 6),
        whole(median(ours, 'peakMebibytes'), 6),
        ' ',
        seconds(median(theirs, 'wallSeconds'), 7),
        seconds(median(theirs, 'cpuSeconds'), 6),
        whole(median(theirs, 'peakMebibytes'), 6),
        seconds(median(floor, 'wallSeconds'), 7),
        times(median(theirs, 'wallSeconds'), median(ours, 'wallSeconds')),
        times(median(theirs, 'cpuSeconds'), median(ours, 'cpuSeconds')),
      ]
        .join('')
        .trimEnd();
    }),
  );
  return [...HEAD, ...lines].join('\n');
}

const seconds = (value: number | undefined, width: number): string => (value?.toFixed(2) ?? '-').padStart(width);

const whole = (value: number | undefined, width: number): string => (value?.toFixed(0) ?? '-').padStart(width);

function times(one: number | undefined, other: number | undefined): string {
  const text = one === undefined || other === undefined || other === 0 ? '-' : `${(one / other).toFixed(1)}x`;
  return text.padStart(7);
}
