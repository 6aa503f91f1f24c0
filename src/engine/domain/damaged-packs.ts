import { StorageError } from '../../storage/storage-error.ts';
import type { OpenDomain } from './open-domain.ts';

const folder = 'damaged/';

/** Packs that a verify has found damaged: jobs that write store again what is in them, jobs that read look elsewhere first. */
export async function damagedPacks(domain: OpenDomain): Promise<ReadonlySet<string>> {
  const packs = new Set<string>();
  for await (const { name } of domain.blobs.list(domain.name(folder))) packs.add(name.slice(name.lastIndexOf('/') + 1));
  return packs;
}

/** Notes that a pack is damaged. The pack stays: most of it may be whole, and this may be its only place. */
export async function noteDamaged(domain: OpenDomain, pack: string): Promise<void> {
  try {
    await domain.blobs.put(domain.name(`${folder}${pack}`), new Uint8Array());
  } catch (error) {
    if (!(error instanceof StorageError && error.kind === 'blob-exists')) throw error;
  }
}

/** The pack is gone, and its note with it. */
export async function forgetDamaged(domain: OpenDomain, pack: string): Promise<void> {
  await domain.blobs.delete(domain.name(`${folder}${pack}`));
}
