import type { CopyFacts } from '../../src/decision/facts.ts';
import { isUnknown } from '../../src/decision/facts.ts';
import type { PolicyStatement, Remedy } from '../../src/decision/remedy.ts';
import { changed } from './case-file.ts';
import { document, greenFacts } from './green-facts.ts';

/** The facts after somebody has done what the remedy says. */
export function followRemedy(facts: CopyFacts, remedy: Remedy): CopyFacts {
  switch (remedy.kind) {
    case 'trust-backup-service':
      return changed(facts, {
        'role.found.trustPolicy': withStatements(roleOf(facts).trustPolicy, [remedy.statement]),
      });
    case 'enable-cross-account-copy':
      return changed(facts, { crossAccountCopy: { isEnabled: true, changedAt: facts.now } });
    case 'add-role-statements': {
      const { identity } = roleOf(facts);
      if (isUnknown(identity)) throw new Error('identity policies are known in these cases');
      const added = { origin: 'role inline policy Remedy', document: document(...remedy.statements) };
      return changed(facts, { 'role.found.identity': [...identity, added] });
    }
    case 'add-vault-access-statements': {
      const policy = vaultPolicyOf(facts);
      return changed(facts, { 'destination.vault.accessPolicy': withStatements(policy, remedy.statements) });
    }
    case 'add-key-statements':
      return onKey(facts, remedy.keyArn, (key) => ({ policy: withStatements(String(key.policy), remedy.statements) }));
    case 'enable-key':
    case 'cancel-key-deletion':
      return onKey(facts, remedy.keyArn, () => ({ state: 'Enabled' }));
    case 'create-service-linked-role': {
      const { serviceLinkedRole } = greenFacts({ type: 'EBS', destinationAccount: remedy.account }).destination;
      return changed(facts, { 'destination.serviceLinkedRole': serviceLinkedRole });
    }
    case 'request-retention':
      return changed(facts, { requestedLifecycle: { deleteAfterDays: remedy.deleteAfterDays } });
  }
}

function roleOf({ role: { found } }: CopyFacts) {
  if (found === null || isUnknown(found)) throw new Error('a remedy for a role needs the role');
  return found;
}

function vaultPolicyOf({ destination: { vault } }: CopyFacts): string | null {
  if (vault === null || isUnknown(vault) || isUnknown(vault.accessPolicy)) throw new Error('the vault is known');
  return vault.accessPolicy;
}

function onKey(
  facts: CopyFacts,
  keyArn: string,
  change: (key: { policy: unknown }) => Record<string, unknown>,
): CopyFacts {
  const side = (['source', 'destination'] as const).find((each) => {
    const { key } = facts[each];
    return key !== null && !isUnknown(key) && key.arn === keyArn;
  });
  if (side === undefined) throw new Error(`no key ${keyArn} in the facts`);
  const key = facts[side].key as { policy: unknown };
  return changed(facts, { [`${side}.key`]: { ...key, ...change(key) } });
}

function withStatements(text: string | null, statements: readonly PolicyStatement[]): string {
  const { Statement } = text === null ? { Statement: [] } : (JSON.parse(text) as { Statement: object | object[] });
  return document(...[Statement].flat(), ...statements);
}
