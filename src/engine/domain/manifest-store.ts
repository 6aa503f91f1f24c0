import { randomBytes } from 'node:crypto';
import { StorageError } from '../../storage/storage-error.ts';
import { EngineError } from '../engine-error.ts';
import { saltLength } from '../format/blob-header.ts';
import { MalformedError } from '../format/byte-reader.ts';
import { decodeManifest, encodeManifest, type Manifest } from '../format/manifest.ts';
import { manifestBlob, openBlob, sealBlob } from '../format/sealed-blob.ts';
import type { OpenDomain } from './open-domain.ts';

/** Ids of all manifests that are stored now. */
export async function manifestIds(domain: OpenDomain): Promise<string[]> {
  const folder = domain.name('manifests/');
  const ids: string[] = [];
  for await (const { name } of domain.blobs.list(folder)) ids.push(name.slice(folder.length));
  return ids.sort();
}

/** Nothing where there is none. Throws `manifest-corrupt`. */
export async function findManifest(domain: OpenDomain, manifestId: string): Promise<Manifest | undefined> {
  const name = `manifests/${manifestId}`;
  try {
    const bytes = await domain.blobs.get(domain.name(name));
    const body = await openBlob(manifestBlob, bytes, name, (keyId) => domain.dataKey(keyId));
    if (body) return decodeManifest(body);
    throw new EngineError('manifest-corrupt', { manifestId });
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
    if (error instanceof MalformedError) throw new EngineError('manifest-corrupt', { manifestId }, { cause: error });
    throw error;
  }
}

/** Throws `manifest-missing`, `manifest-corrupt`. */
export async function readManifest(domain: OpenDomain, manifestId: string): Promise<Manifest> {
  const manifest = await findManifest(domain, manifestId);
  if (!manifest) throw new EngineError('manifest-missing', { manifestId });
  return manifest;
}

/**
 * Stores a manifest, last of all blobs of its job. Where another run of the same job was quicker, that one's manifest stands and is
 * returned with zero bytes stored.
 */
export async function storeManifest(
  domain: OpenDomain,
  manifestId: string,
  manifest: Manifest,
): Promise<{ manifest: Manifest; storedBytes: number }> {
  const name = `manifests/${manifestId}`;
  const { keyId, dataKey } = domain.current;
  const header = { keyId, salt: randomBytes(saltLength) };
  const blob = sealBlob(manifestBlob, header, dataKey, name, encodeManifest(manifest));
  try {
    await domain.blobs.put(domain.name(name), blob);
    return { manifest, storedBytes: blob.length };
  } catch (error) {
    if (!(error instanceof StorageError && error.kind === 'blob-exists')) throw error;
    return { manifest: await readManifest(domain, manifestId), storedBytes: 0 };
  }
}
