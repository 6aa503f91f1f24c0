/** One work of the bench as a process of its own. Prints the engine's report. */
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { BackupReport, CopyReport, Domain, Engine, RestoreReport } from '../../src/engine/engine.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import { openDirectoryReader } from '../../src/resources/directory-reader.ts';
import { openImageReader } from '../../src/resources/image-reader.ts';
import type { ResourceReader, ResourceWriter } from '../../src/resources/resource.ts';
import { systemClock } from '../../src/server/clocks.ts';
import { openDiskBlobs } from '../../src/storage/blobs/disk-blobs.ts';
import type { EngineTask } from './engine-task.ts';
import { fileKeys } from './file-keys.ts';

const task = JSON.parse(process.argv[2] ?? '') as EngineTask;
const engine = openEngine({ clock: systemClock });
try {
  await perform(engine);
} finally {
  await engine.close();
}

async function perform({ backup, copy, restore }: Engine): Promise<void> {
  const [source, destination] = [domain('source'), domain('destination')];
  switch (task.work) {
    case 'backup':
      return tell(await backup({ domain: source, resource: await reader(), manifestId: 'day-1', about: {} }));
    case 'backup-day-2': {
      const days = { manifestId: 'day-2', previousManifestId: 'day-1' };
      return tell(await backup({ domain: source, resource: await reader(), about: {}, ...days }));
    }
    case 'copy':
    case 'repeated-copy':
    case 'incremental-copy': {
      const day = task.work === 'incremental-copy' ? 'day-2' : 'day-1';
      const destinationManifestId = task.work === 'repeated-copy' ? 'day-1-again' : day;
      return tell(await copy({ source, destination, sourceManifestId: day, destinationManifestId, about: {} }));
    }
    case 'restore':
      return tell(await restore({ domain: destination, manifestId: 'day-2', target: target() }));
  }
}

/** A vault of the bench: one folder, one key, one domain. */
function domain(name: 'source' | 'destination'): Domain {
  return {
    id: name,
    blobs: openDiskBlobs(join(task.workspace, name)),
    prefix: 'bench/vault/',
    keys: fileKeys(join(task.workspace, `${name}.key`)),
  };
}

async function reader(): Promise<ResourceReader> {
  return task.nature === 'directory' ? openDirectoryReader(task.path) : openImageReader(task.path);
}

function target(): ResourceWriter {
  const place = Buffer.from(task.restored);
  return task.nature === 'directory' ? { nature: 'directory', root: place } : { nature: 'disk-image', path: place };
}

function tell(report: BackupReport | CopyReport | RestoreReport): void {
  console.log(JSON.stringify(report));
}
