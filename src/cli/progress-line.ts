import { printSize } from '../util/size.ts';

/** `copy   [##########----------]  52 %  1.2 GiB of 2.3 GiB  312 MiB/s  4 s left`; without a total, only what is done and how fast. */
export function progressLine({
  label,
  bytesDone,
  bytesTotal,
  seconds,
}: {
  label: string;
  bytesDone: number;
  bytesTotal: number | undefined;
  seconds: number;
}): string {
  const rate = seconds > 0.2 ? bytesDone / seconds : undefined;
  const speed = rate === undefined ? '' : `  ${printSize(rate)}/s`;
  if (bytesTotal === undefined || bytesTotal === 0) return `${label}  ${printSize(bytesDone)}${speed}`;
  const share = Math.min(1, bytesDone / bytesTotal);
  const filled = Math.round(share * 20);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(20 - filled)}]`;
  const left = rate === undefined || rate === 0 ? '' : `  ${printSeconds((bytesTotal - bytesDone) / rate)} left`;
  return `${label}  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${printSize(bytesDone)} of ${printSize(bytesTotal)}${speed}${left}`;
}

/** `4 s`, `2 min`, `1 h 20 min`. */
export function printSeconds(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
