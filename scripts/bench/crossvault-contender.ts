import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';
import type { DataSet } from './data-sets.ts';
import type { EngineTask } from './engine-task.ts';

const PROCESS = fileURLToPath(new URL('./engine-process.ts', import.meta.url));

/** Our engine by itself, one process a work: no server, no records, a key of its own for each vault. */
export function crossvaultContender(version: string): Contender {
  return {
    name: 'crossvault',
    version,
    async prepare(workspace) {
      for (const vault of ['source', 'destination']) {
        mkdirSync(join(workspace, vault), { recursive: true });
        writeFileSync(join(workspace, `${vault}.key`), randomBytes(32), { mode: 0o600 });
      }
    },
    command(work, workspace, set) {
      const task: EngineTask = {
        work,
        workspace,
        path: set.path,
        nature: set.nature,
        restored: restored(workspace, set),
      };
      return { file: process.execPath, args: [...process.execArgv, PROCESS, JSON.stringify(task)] };
    },
    restored,
    stored: (workspace) => join(workspace, 'destination'),
  };
}

const restored = (workspace: string, set: DataSet): string =>
  join(workspace, set.nature === 'directory' ? 'restored' : 'restored.img');
