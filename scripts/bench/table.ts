import type { ContenderName } from './contender.ts';
import type { SetName } from './data-sets.ts';
import { median, type Results } from './results.ts';
import type { Work } from './works.ts';

const HEAD = [
  '                       crossvault              plain           warm        restic           cp',
  'work             set    wall   cpu MiB    wall   cpu MiB    wall MiB    wall   cpu MiB    wall',
];
const RATIO_HEAD = [
  '                       restic takes so many times as long as      cp as',
  'work             set  crossvault    cpu   plain    warm  crossvault   plain',
];

interface Shown {
  readonly works: readonly Work[];
  readonly sets: readonly SetName[];
}

/** Medians of the runs: seconds, and the highest memory. */
export function table(results: Results, shown: Shown): string {
  const lines = rows(results, shown, (of) =>
    [
      figures(of('crossvault'), 8),
      figures(of('plain'), 8),
      seconds(of('warm', 'wallSeconds'), 8),
      whole(of('warm', 'peakMebibytes'), 4),
      figures(of('restic'), 8),
      seconds(of('cp', 'wallSeconds'), 8),
    ].join(''),
  );
  return [...HEAD, ...lines].join('\n');
}

/** How many times longer the others take. */
export function ratioTable(results: Results, shown: Shown): string {
  const lines = rows(results, shown, (of) => {
    const [restic, cp] = [of('restic', 'wallSeconds'), of('cp', 'wallSeconds')];
    return [
      times(restic, of('crossvault', 'wallSeconds'), 12),
      times(of('restic', 'cpuSeconds'), of('crossvault', 'cpuSeconds'), 7),
      times(restic, of('plain', 'wallSeconds'), 8),
      times(restic, of('warm', 'wallSeconds'), 8),
      times(cp, of('crossvault', 'wallSeconds'), 12),
      times(cp, of('plain', 'wallSeconds'), 8),
    ].join('');
  });
  return [...RATIO_HEAD, ...lines].join('\n');
}

type Figure = 'wallSeconds' | 'cpuSeconds' | 'peakMebibytes';
type Of = {
  (contender: ContenderName): readonly (number | undefined)[];
  (contender: ContenderName, figure: Figure): number | undefined;
};

function rows(results: Results, { works, sets }: Shown, cells: (of: Of) => string): string[] {
  return works.flatMap(({ name: work }) =>
    sets.map((set) => {
      const costs = (contender: ContenderName) => results.find({ work, set, contender })?.costs ?? [];
      const one = (contender: ContenderName, figure: Figure) => median(costs(contender), figure);
      const of = ((contender: ContenderName, figure?: Figure) =>
        figure === undefined
          ? (['wallSeconds', 'cpuSeconds', 'peakMebibytes'] as const).map((each) => one(contender, each))
          : one(contender, figure)) as Of;
      return `${work.padEnd(17)}${set.toUpperCase()}${cells(of)}`.trimEnd();
    }),
  );
}

function figures([wall, cpu, peak]: readonly (number | undefined)[], width: number): string {
  return seconds(wall, width) + seconds(cpu, 6) + whole(peak, 4);
}

const seconds = (value: number | undefined, width: number): string => (value?.toFixed(2) ?? '-').padStart(width);

const whole = (value: number | undefined, width: number): string => (value?.toFixed(0) ?? '-').padStart(width);

function times(one: number | undefined, other: number | undefined, width: number): string {
  const text = one === undefined || other === undefined || other === 0 ? '-' : `${(one / other).toFixed(1)}x`;
  return text.padStart(width);
}
