import { withExemption, withStatements } from '../../decision/document-edits.ts';
import type { Remedy } from '../../decision/remedy.ts';
import { SourceError } from '../source-error.ts';
import type { Hand } from './hands.ts';
import { inlinePolicy, keyPolicy, policyTarget, trustPolicy, vaultAccessPolicy } from './policy-targets.ts';
import * as settings from './setting-targets.ts';
import type { Intention } from './target.ts';

/** A change that is ready to be shown and made: nothing has been written yet. */
export interface Change {
  readonly name: string;
  readonly calls: readonly string[];
  readonly before: string | null;
  readonly after: string;
  /** Writes what was shown. Throws `StaleError`, and writes nothing, where the document has changed since it was read. */
  write(): Promise<void>;
}

/** Somebody changed the document between the look and the write. */
class StaleError extends Error {
  override readonly name = 'StaleError';
}

/**
 * Reads what the remedy would change, and works out how it would look. Nothing for a remedy that changes no account (another retention is
 * asked for with the copy), or whose change is there already.
 */
export async function prepareChange(
  remedy: Remedy,
  { hand, region }: { readonly hand: Hand; readonly region: string },
): Promise<Change | undefined> {
  const intention = intentionOf(remedy, hand, region);
  if (intention === undefined) return undefined;
  const { target, next } = intention;
  const before = await target.read();
  const after = next(before);
  if (isSame(before, after)) return undefined;
  return {
    name: target.name,
    calls: target.calls,
    before,
    after,
    async write() {
      if (!isSame(await target.read(), before)) {
        throw new StaleError(`The ${target.name} has changed since it was shown; nothing was written. Look again.`);
      }
      await target.write(after);
    },
  };
}

function intentionOf(remedy: Remedy, hand: Hand, region: string): Intention | undefined {
  switch (remedy.kind) {
    case 'trust-backup-service':
      return {
        target: trustPolicy(remedy.roleArn, hand),
        next: (before) => withStatements(before, [remedy.statement]),
      };
    case 'create-role':
      return settings.newRole(remedy, hand);
    case 'enable-cross-account-copy':
      return settings.crossAccountSwitch(hand);
    case 'add-role-statements':
      return { target: inlinePolicy(remedy, hand), next: (before) => withStatements(before, remedy.statements) };
    case 'attach-role-policy':
      return settings.attachedPolicy(remedy, hand);
    case 'add-vault-access-statements':
      return {
        target: vaultAccessPolicy(remedy.vaultArn, hand),
        next: (before) => withStatements(before, remedy.statements),
      };
    case 'add-key-statements':
      return { target: keyPolicy(remedy.keyArn, hand), next: (before) => withStatements(before, remedy.statements) };
    case 'add-policy-statements':
      return { target: policyTarget(remedy.place, hand), next: (before) => withStatements(before, remedy.statements) };
    case 'exempt-from-deny':
      return {
        target: policyTarget(remedy.place, hand),
        next(before) {
          if (before === null) throw new SourceError('not-found', `${remedy.place.origin} is not there any more.`);
          return withExemption(before, remedy);
        },
      };
    case 'create-vault':
      return settings.newVault(remedy, hand);
    case 'enable-key':
    case 'cancel-key-deletion':
      return settings.keyState(remedy.keyArn, hand);
    case 'create-service-linked-role':
      return settings.serviceLinkedRole(hand);
    case 'request-retention':
      return undefined;
    case 'tag-point':
      return settings.pointTags(remedy, region, hand);
    case 'allow-image-account':
      return settings.allowedImages(remedy, hand);
  }
}

/** The same document, however it is laid out. */
function isSame(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && canonical(one) === canonical(other));
}

function canonical(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    // Not JSON: the text itself is compared.
    return text;
  }
}
