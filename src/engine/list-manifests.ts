import { findManifest, manifestIds } from './domain/manifest-store.ts';
import { OpenDomain } from './domain/open-domain.ts';
import type { Domain, ManifestView } from './engine.ts';
import { EngineError } from './engine-error.ts';

/** What lies in a domain, as its manifests say of themselves. Throws what opening the domain throws. */
export async function listManifests(domain: Domain): Promise<ManifestView[]> {
  const opened = await OpenDomain.open(domain);
  try {
    const views: ManifestView[] = [];
    for (const manifestId of await manifestIds(opened)) views.push(await viewOf(opened, manifestId));
    return views;
  } finally {
    opened.close();
  }
}

async function viewOf(domain: OpenDomain, manifestId: string): Promise<ManifestView> {
  try {
    const manifest = await findManifest(domain, manifestId);
    if (!manifest) return { manifestId };
    const { about, root, totals } = manifest;
    return { manifestId, about, nature: root.nature, sizeBytes: totals.bytes, files: totals.files };
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'manifest-corrupt') return { manifestId };
    throw error;
  }
}
