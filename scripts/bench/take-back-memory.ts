import { readdirSync, readFileSync } from 'node:fs';
import { run } from './measure.ts';

/** At scale 1, what most works fill. */
const WANTED_MIB = 4 * 1_024;
/** Left to everybody else. */
const SPARED_MIB = 512;
const PIECE_MIB = 64;

/**
 * A virtual machine that gives free memory back to its host (a balloon with free page reporting) pays for each page when it uses it again: the same `cp`
 * of 2 GiB takes 1.2 or 4 s of system time, whatever the programs do. So, off the clock, a process takes free memory and touches it: the work that
 * follows finds pages that the machine has. Does nothing elsewhere.
 */
export async function takeBackMemory(scale: number): Promise<void> {
  const free = freeMebibytes();
  if (free === undefined || !hasBalloon()) return;
  const pieces = Math.floor(Math.min(WANTED_MIB * scale, free - SPARED_MIB) / PIECE_MIB);
  if (pieces <= 0) return;
  const take = `for (const all = []; all.length < ${pieces}; ) all.push(Buffer.allocUnsafeSlow(${PIECE_MIB * 2 ** 20}).fill(1))`;
  await run({ file: process.execPath, args: ['--eval', take] });
}

function hasBalloon(): boolean {
  try {
    return readdirSync('/sys/bus/virtio/drivers/virtio_balloon').some((name) => name.startsWith('virtio'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Nothing where the system does not tell. */
function freeMebibytes(): number | undefined {
  try {
    const free = /^MemFree:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'latin1'));
    return free ? Number(free[1]) / 1_024 : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
