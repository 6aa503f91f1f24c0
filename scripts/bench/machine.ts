import { execFileSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { resolve } from 'node:path';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGibibytes: number;
  readonly kernel: string;
  readonly fileSystem: string;
  readonly node: string;
}

/** What the figures depend on. `directory` is where the data lies. */
export function machineFacts(directory: string): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    kernel: `${process.platform} ${release()}`,
    fileSystem: fileSystemOf(directory),
    node: process.versions.node,
  };
}

/** `ext4`, from the mount that holds the directory; `unknown` where the system does not tell. */
function fileSystemOf(directory: string): string {
  if (process.platform !== 'linux') return 'unknown';
  const mounts = readFileSync('/proc/self/mounts', 'latin1')
    .split('\n')
    .map((line) => line.split(' '));
  const place = `${resolve(directory)}/`;
  const holding = mounts.filter(
    ([, mount]) => mount !== undefined && place.startsWith(mount === '/' ? '/' : `${mount}/`),
  );
  return holding.sort((one, other) => one[1]!.length - other[1]!.length).at(-1)?.[2] ?? 'unknown';
}

/** Bytes that may still be written where the directory lies. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

/** `a1b2c3d`, with a + where the tree has changes; nothing outside a clone. */
export function commit(): string | undefined {
  try {
    const options = { encoding: 'utf8' as const, stdio: 'pipe' as const };
    const id = execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim();
    return execFileSync('git', ['status', '--porcelain', '--', 'src'], options) === '' ? id : `${id}+`;
  } catch (error) {
    if (error instanceof Error && ('status' in error || 'code' in error)) return undefined;
    throw error;
  }
}
