/** One work of the bench as a process of its own; or, with `--warm`, one work for each line that comes in. Answers each with a line. */
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { Domain, Engine } from '../../src/engine/engine.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import type { ResourceReader, ResourceWriter } from '../../src/resources/resource.ts';
import { systemClock } from '../../src/server/clocks.ts';
import type { BlobStore } from '../../src/storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../../src/storage/blobs/disk-blobs.ts';
import type { EngineTask } from './engine-task.ts';
import { fileKeys } from './file-keys.ts';

const engine = openEngine({ clock: systemClock });
/** A service keeps its stores: the engine knows a vault again by them. */
const stores = new Map<string, BlobStore>();
try {
  if (process.argv[2] === '--warm') await performLines();
  else console.log(JSON.stringify(await perform(engine, JSON.parse(process.argv[2] ?? '') as EngineTask)));
} finally {
  await engine.close();
}
// All is stored, and said: Node need not take apart what ends with the process.
process.exit();

async function performLines(): Promise<void> {
  const { createInterface } = await import('node:readline');
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      console.log(JSON.stringify(await perform(engine, JSON.parse(line) as EngineTask)));
    } catch (error) {
      console.log(`failed ${String(error).replaceAll('\n', ' ')}`);
    }
  }
}

async function perform({ backup, copy, restore, verify, prune }: Engine, task: EngineTask): Promise<object> {
  const [source, destination] = [domain(task, 'source'), domain(task, 'destination')];
  switch (task.work) {
    case 'backup':
      return backup({ domain: source, resource: await reader(task), manifestId: 'day-1', about: {} });
    case 'backup-day-2': {
      const days = { manifestId: 'day-2', previousManifestId: 'day-1' };
      return backup({ domain: source, resource: await reader(task), about: {}, ...days });
    }
    case 'copy':
    case 'repeated-copy':
    case 'incremental-copy': {
      const day = task.work === 'incremental-copy' ? `day-${task.day ?? 2}` : 'day-1';
      const destinationManifestId = task.work === 'repeated-copy' ? 'day-1-again' : day;
      return copy({ source, destination, sourceManifestId: day, destinationManifestId, about: {} });
    }
    case 'restore':
      return restore({ domain: destination, manifestId: 'day-2', target: target(task) });
    case 'verify': {
      const report = await verify({ domain: destination, manifestId: 'day-2' });
      if (report.illnesses.length > 0) throw new Error(`the copy is ill: ${JSON.stringify(report.illnesses[0])}`);
      return report;
    }
    case 'prune': {
      const keep = async (): Promise<ReadonlySet<string>> => new Set(['day-2']);
      return prune({ domain: destination, keep, now: Date.now(), graceMs: 0 });
    }
  }
}

/** A vault of the bench: one folder, one key, one domain. */
function domain({ workspace }: EngineTask, name: 'source' | 'destination'): Domain {
  const folder = join(workspace, name);
  const blobs = stores.get(folder) ?? openDiskBlobs(folder);
  stores.set(folder, blobs);
  return { id: name, blobs, prefix: 'bench/vault/', keys: fileKeys(join(workspace, `${name}.key`)) };
}

async function reader({ nature, path }: EngineTask): Promise<ResourceReader> {
  // As the engine does: a process loads what its work needs.
  if (nature === 'disk-image') return (await import('../../src/resources/image-reader.ts')).openImageReader(path);
  return (await import('../../src/resources/directory-reader.ts')).openDirectoryReader(path);
}

function target({ nature, restored }: EngineTask): ResourceWriter {
  const place = Buffer.from(restored);
  return nature === 'directory' ? { nature: 'directory', root: place } : { nature: 'disk-image', path: place };
}
