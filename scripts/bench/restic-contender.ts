import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import type { DataSet } from './data-sets.ts';
import { type Command, run } from './measure.ts';
import { processSession } from './process-session.ts';
import type { WorkName } from './works.ts';

/** restic as it is without options, but for a cache of its own and the chunker's parameters, without which a copy cannot know what is there. */
export function resticContender(version: string): Contender {
  return {
    name: 'restic',
    version,
    async open(workspace, set) {
      mkdirSync(join(workspace, 'cache'), { recursive: true });
      await run(restic(workspace, 'source', ['init', '--repository-version', '2']));
      const from = ['--from-repo', join(workspace, 'source'), '--copy-chunker-params'];
      await run(restic(workspace, 'destination', ['init', '--repository-version', '2', ...from]));
      return processSession(workspace, (work) => commandOf(work, workspace, set));
    },
    restored: (workspace, set) => join(workspace, 'restored', set.path),
  };
}

function commandOf(work: WorkName, workspace: string, set: DataSet): Command {
  switch (work) {
    case 'backup':
    case 'backup-day-2':
      return restic(workspace, 'source', ['backup', set.path]);
    case 'copy':
    case 'repeated-copy':
    case 'incremental-copy':
      return restic(workspace, 'destination', ['copy', '--from-repo', join(workspace, 'source')]);
    case 'restore':
      return restic(workspace, 'destination', ['restore', 'latest', '--target', join(workspace, 'restored')]);
    case 'verify':
      return restic(workspace, 'destination', ['check', '--read-data']);
    case 'prune':
      return restic(workspace, 'destination', ['forget', '--keep-last', '1', '--prune']);
  }
}

function restic(workspace: string, repository: string, args: readonly string[]): Command {
  return {
    file: 'restic',
    args: ['--repo', join(workspace, repository), ...args],
    env: {
      RESTIC_PASSWORD: 'bench',
      RESTIC_FROM_PASSWORD: 'bench',
      RESTIC_CACHE_DIR: join(workspace, 'cache'),
    },
  };
}

/** `restic 0.14.0`; nothing where it is not installed. */
export function resticVersion(): string | undefined {
  try {
    return execFileSync('restic', ['version'], { encoding: 'utf8' }).split(' compiled')[0]!.trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
