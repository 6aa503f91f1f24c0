import type { ResourceReader } from '../resources/resource.ts';
import { findManifest, storeManifest } from './domain/manifest-store.ts';
import type { BackupReport, BackupRequest } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { Manifest, ManifestRoot } from './format/manifest.ts';
import { type EngineParts, type Readable, type Writing, withReadable, withWriting } from './job-session.ts';
import { DirectoryBackup } from './reading/directory-backup.ts';
import { backUpImage } from './reading/image-backup.ts';
import { noTotals, type Totals } from './tree/node.ts';
import type { TroubleList } from './trouble-list.ts';

/** Backs up a resource. Where the manifest is there already, an earlier run of the job has made it, and it is reported as it is. */
export async function backup(parts: EngineParts, request: BackupRequest): Promise<BackupReport> {
  parts.pool.warm([request.domain.blobs], request.resource.nature === 'directory' ? 'gather' : 'cut');
  return withReadable(parts, request.domain, 'openOrCreate', async (readable) => {
    const existing = request.isFirstTry ? undefined : await findManifest(readable.domain, request.manifestId);
    if (existing) return report(request, existing, { readBytes: 0, storedBytes: 0 });
    return backUp(parts, request, readable);
  });
}

async function backUp(parts: EngineParts, request: BackupRequest, readable: Readable): Promise<BackupReport> {
  const previous = await previousRoot(readable, request.previousManifestId);
  const { resource } = request;
  const options = {
    running: request,
    destination: readable,
    ...bytesExpected(resource, previous),
  };
  const done = await withWriting(parts, options, async (writing) => ({
    ...(await readResource(request, readable, writing, previous)),
    writing,
  }));
  const { sink, publisher, lanes } = done.writing;
  const troubles = { troubles: done.troubles.kept, troubleCount: done.troubles.count };
  const manifest = { root: done.root, totals: totalsOf(done.root), about: request.about, ...troubles };
  await readable.index.confirm(readable.domain);
  const stored = await storeManifest(readable.domain, request.manifestId, manifest);
  readable.index.roots.remember(request.manifestId, stored.manifest.root);
  const storedBytes = publisher.storedBytes + sink.storedBytes + stored.storedBytes;
  return report(request, stored.manifest, { readBytes: lanes.bytesDone, storedBytes });
}

/** An image has a size. How large a tree is, nobody knows before it is walked: about as large as it was the last time, where there was one. */
function bytesExpected(resource: ResourceReader, previous: ManifestRoot | undefined): { bytesTotal?: number } {
  if (resource.nature === 'disk-image') return { bytesTotal: resource.sizeBytes };
  return previous?.nature === 'directory' ? { bytesTotal: totalsOf(previous).bytes } : {};
}

async function readResource(
  { resource }: BackupRequest,
  readable: Readable,
  writing: Writing,
  previous: ManifestRoot | undefined,
): Promise<{ root: ManifestRoot; troubles: TroubleList }> {
  if (resource.nature === 'disk-image') return backUpImage(resource, readable, writing, previous);
  const directory = new DirectoryBackup(resource, readable, writing);
  const root = await directory.run(previous?.nature === 'directory' ? previous.root : undefined);
  return { root: { nature: 'directory', root }, troubles: directory.troubles };
}

/** Nothing where it is gone or cannot be read: then all is read anew, which is slower and no less right. */
async function previousRoot(
  { domain, index }: Readable,
  manifestId: string | undefined,
): Promise<ManifestRoot | undefined> {
  if (manifestId === undefined) return undefined;
  const recent = index.roots.get(manifestId);
  if (recent !== undefined) return recent;
  try {
    return (await findManifest(domain, manifestId))?.root;
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'manifest-corrupt') return undefined;
    throw error;
  }
}

function totalsOf(root: ManifestRoot): Totals {
  if (root.nature === 'disk-image') {
    const below = 'list' in root.content ? root.content.list.totals : noTotals;
    return { ...below, bytes: root.sizeBytes, files: 1 };
  }
  const { children } = root.root;
  return children && 'node' in children ? children.node.totals : noTotals;
}

function report(
  { manifestId }: BackupRequest,
  { totals, troubles, troubleCount }: Manifest,
  { readBytes, storedBytes }: { readBytes: number; storedBytes: number },
): BackupReport {
  const { bytes: sizeBytes, files } = totals;
  return { manifestId, sizeBytes, readBytes, storedBytes, files, troubles, troubleCount };
}
