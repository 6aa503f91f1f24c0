import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';
import type { DataSet } from './data-sets.ts';
import type { EngineTask } from './engine-task.ts';
import type { Command } from './measure.ts';
import { processSession } from './process-session.ts';
import { openWarmSession } from './warm-session.ts';
import type { WorkName } from './works.ts';

const PROCESS = fileURLToPath(new URL('./engine-process.ts', import.meta.url));
const FFI = '--experimental-ffi';
const NO_FFI = '--no-experimental-ffi';

/** Our engine by itself, one process a work: no server, no records, a key of its own for each vault. */
export function crossvaultContender(version: string): Contender {
  return contenderOf('crossvault', version, async (workspace, set) =>
    processSession(workspace, (work) => engineCommand([JSON.stringify(engineTask(work, workspace, set))])),
  );
}

/** The same without native code: Node may not use `node:ffi`, so that node:crypto and node:zlib do the work. */
export function plainContender(version: string): Contender {
  return contenderOf('plain', version, async (workspace, set) =>
    processSession(workspace, (work) =>
      engineCommand([JSON.stringify(engineTask(work, workspace, set))], { withFfi: false }),
    ),
  );
}

/** The same in one process that does one work after the other, as a service does. */
export function warmContender(version: string): Contender {
  return contenderOf('warm', version, async (workspace, set) =>
    openWarmSession(workspace, engineCommand(['--warm']), (work) => JSON.stringify(engineTask(work, workspace, set))),
  );
}

function contenderOf(name: Contender['name'], version: string, open: Contender['open']): Contender {
  return {
    name,
    version,
    async open(workspace, set) {
      makeVaults(workspace);
      return open(workspace, set);
    },
    restored,
  };
}

export function makeVaults(workspace: string): void {
  for (const vault of ['source', 'destination']) {
    mkdirSync(join(workspace, vault), { recursive: true });
    writeFileSync(join(workspace, `${vault}.key`), randomBytes(32), { mode: 0o600 });
  }
}

export function engineCommand(args: readonly string[], { withFfi = true } = {}): Command {
  const flags = withFfi ? process.execArgv : [...process.execArgv.filter((flag) => flag !== FFI), NO_FFI];
  return { file: process.execPath, args: [...flags, PROCESS, ...args] };
}

export function engineTask(work: WorkName, workspace: string, set: Pick<DataSet, 'path' | 'nature'>): EngineTask {
  return { work, workspace, path: set.path, nature: set.nature, restored: restored(workspace, set) };
}

const restored = (workspace: string, { nature }: Pick<DataSet, 'nature'>): string =>
  join(workspace, nature === 'directory' ? 'restored' : 'restored.img');
