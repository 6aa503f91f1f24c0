import type { Reply, ResourcePolicy } from './ask.ts';
import { ask } from './ask.ts';
import type { CopyFacts, Fact, PointFacts, RoleFacts, VaultFacts } from './facts.ts';
import { isUnknown, knownOf } from './facts.ts';
import { requestTags, requestTagsLeanings, resourceTags, resourceTagsLeaning } from './tag-context.ts';

/** A vault's access policy as a document for the evaluator; `null` where the vault has none. */
export function vaultAccessPolicy({ accessPolicy }: VaultFacts, vaultArn: string): Fact<ResourcePolicy | null> {
  if (accessPolicy === null || isUnknown(accessPolicy)) return accessPolicy;
  return { origin: `access policy of vault ${vaultArn}`, document: accessPolicy, rules: 'ordinary' };
}

interface CopyInto {
  readonly role: RoleFacts;
  readonly point: PointFacts;
  /** In place of the vault's own. */
  readonly resourcePolicy?: ResourcePolicy | null;
  /** Whether the resource control policies above the vault are looked at. Default: yes. */
  readonly resourceSideControls?: boolean;
}

/** Asks for `backup:CopyIntoBackupVault` on the destination vault, with the tags of both as context. */
export function askCopyInto(
  facts: CopyFacts,
  { role, point, resourcePolicy, resourceSideControls = true }: CopyInto,
): Reply {
  const { source, destination } = facts;
  const vault = knownOf(destination.vault);
  const vaultTags = isUnknown(destination.vault) ? destination.vault : (vault?.tags ?? {});
  const own = vault === undefined ? null : vaultAccessPolicy(vault, destination.vaultArn);
  return ask({
    facts,
    actor: role,
    actorSide: source,
    action: 'backup:CopyIntoBackupVault',
    resource: destination.vaultArn,
    resourceSide: resourceSideControls ? destination : { ...destination, resourceControl: null },
    context: { ...resourceTags(vaultTags), ...requestTags(point.tags) },
    resourcePolicy: resourcePolicy === undefined ? own : resourcePolicy,
    leansOn: [resourceTagsLeaning(vaultTags), ...requestTagsLeanings(point.tags)],
  });
}
