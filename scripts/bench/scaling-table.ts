import { median } from './results.ts';
import type { ScalingCost } from './run-scaling.ts';
import { WORKS } from './works.ts';

/** What a file or a chunk may cost at the whole size, over what it costs at a tenth. */
const GROWTH_MAX = 1.2;
/** What an incremental copy may cost when what has not changed is twice as much, over what it costs else. */
const DOUBLING_MAX = 1.1;
const PEAK_MEBIBYTES = 300;

const HEAD = [
  '                        at a tenth                whole                    per unit, whole / tenth',
  'work             set     units  wall us cpu us     units  wall us cpu us  MiB    wall   cpu',
];

/** Microseconds for each file (D4) or chunk (D5), medians of the runs. */
export function scalingTable(costs: readonly ScalingCost[]): string {
  const lines = groups(costs.filter(({ isWarm }) => !isWarm)).map(({ set, work, sizes: [small, large] }) => {
    const [tenth, whole] = [perUnit(small!), perUnit(large!)];
    const peak = large!.peak.toFixed(0).padStart(5);
    return [
      `${work.padEnd(17)}${set.toUpperCase()}`,
      String(small!.units).padStart(10),
      cells(tenth),
      String(large!.units).padStart(10),
      cells(whole),
      peak,
      `${(whole.wall / tenth.wall).toFixed(2)}x`.padStart(8),
      `${(whole.cpu / tenth.cpu).toFixed(2)}x`.padStart(6),
      whole.wall / tenth.wall <= GROWTH_MAX && large!.peak <= PEAK_MEBIBYTES ? '' : '   MISSED',
    ].join('');
  });
  return [...HEAD, ...lines].join('\n');
}

/** One line: what doubling the unchanged part adds to an incremental copy in a warm process. */
export function doublingLine(costs: readonly ScalingCost[]): string {
  const [group] = groups(costs.filter(({ isWarm }) => isWarm));
  const [single, double] = group?.sizes ?? [];
  if (!single || !double) return '';
  const growth = double.wallSeconds / single.wallSeconds;
  const ms = (seconds: number): string => `${(seconds * 1_000).toFixed(0)} ms`;
  const verdict = growth <= DOUBLING_MAX ? 'reached' : 'MISSED ';
  const figures = `${ms(single.wallSeconds)} of ${single.units} chunks, ${ms(double.wallSeconds)} of ${double.units}`;
  return `${verdict}  incremental copy of as many changes, warm: ${figures}: ${growth.toFixed(2)}x (at most ${DOUBLING_MAX}x)`;
}

interface Size {
  readonly units: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peak: number;
}

function groups(costs: readonly ScalingCost[]): { set: string; work: string; sizes: Size[] }[] {
  return (['d4', 'd5'] as const).flatMap((set) =>
    WORKS.flatMap(({ name: work }) => {
      const own = costs.filter((cost) => cost.set === set && cost.work === work);
      const units = [...new Set(own.map((cost) => cost.units))].sort((one, other) => one - other);
      if (units.length < 2) return [];
      return [{ set, work, sizes: units.map((each) => sizeOf(own.filter((cost) => cost.units === each))) }];
    }),
  );
}

function sizeOf(costs: readonly ScalingCost[]): Size {
  const own = costs.map(({ cost }) => cost);
  return {
    units: costs[0]!.units,
    wallSeconds: median(own, 'wallSeconds') ?? 0,
    cpuSeconds: median(own, 'cpuSeconds') ?? 0,
    peak: Math.max(...own.map(({ peakMebibytes = 0 }) => peakMebibytes)),
  };
}

function perUnit({ units, wallSeconds, cpuSeconds }: Size): { wall: number; cpu: number } {
  return { wall: (wallSeconds / units) * 1e6, cpu: (cpuSeconds / units) * 1e6 };
}

function cells({ wall, cpu }: { wall: number; cpu: number }): string {
  return wall.toFixed(1).padStart(9) + cpu.toFixed(1).padStart(7);
}
