import { EngineError } from './engine-error.ts';
import type { ManifestRoot } from './format/manifest.ts';
import type { NodeRef } from './tree/node.ts';

/** The node that all of a recovery point hangs from. */
export function rootNode(root: ManifestRoot): NodeRef {
  if (root.nature === 'disk-image' && 'list' in root.content) return root.content.list;
  if (root.nature === 'directory' && root.root.children && 'node' in root.root.children) return root.root.children.node;
  throw new EngineError('manifest-corrupt', { reason: 'its root is no node' });
}
