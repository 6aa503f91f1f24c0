import { diagnoseCopy } from './diagnose-copy.ts';
import type { Diagnosed } from './diagnosis.ts';
import type { CopyFacts, Fact, KeyFacts, RoleFacts, SideFacts } from './facts.ts';
import { isUnknown } from './facts.ts';

/** Something that might happen to an organization. */
export type Event =
  /** The account leaves, or is taken out of, its organization. */
  | { readonly kind: 'account-leaves'; readonly account: string }
  | { readonly kind: 'key-is-disabled'; readonly keyArn: string }
  | { readonly kind: 'role-is-deleted'; readonly roleArn: string }
  | { readonly kind: 'vault-is-deleted'; readonly vaultArn: string }
  | { readonly kind: 'switch-goes-off' };

/** The facts as they would be after the event, past all lags. A copy that it does not touch has the same facts. */
export function after(facts: CopyFacts, event: Event): CopyFacts {
  switch (event.kind) {
    case 'account-leaves':
      return leave(facts, event.account);
    case 'key-is-disabled':
      return disableKey(facts, event.keyArn);
    case 'role-is-deleted':
      return facts.role.arn === event.roleArn ? { ...facts, role: { ...facts.role, found: null } } : facts;
    case 'vault-is-deleted':
      return facts.destination.vaultArn === event.vaultArn
        ? { ...facts, destination: { ...facts.destination, vault: null, key: null } }
        : facts;
    case 'switch-goes-off':
      return facts.crossAccountCopy === null || isUnknown(facts.crossAccountCopy)
        ? facts
        : { ...facts, crossAccountCopy: { isEnabled: false, changedAt: null } };
  }
}

/** One copy that works now and would not. */
export interface Breakage {
  /** Its place in the list that was given. */
  readonly index: number;
  /** What would stop it. */
  readonly blocking: readonly Diagnosed[];
}

/** The copies that would break, of those that work, or may work, today. */
export function whoBreaks(copies: readonly CopyFacts[], event: Event): readonly Breakage[] {
  return copies.flatMap((facts, index) => {
    const changed = after(facts, event);
    if (changed === facts || diagnoseCopy(facts).verdict === 'broken') return [];
    const { verdict, findings } = diagnoseCopy(changed);
    if (verdict !== 'broken') return [];
    return [{ index, blocking: findings.filter((each) => each.severity === 'blocks' && each.outcome === 'unmet') }];
  });
}

/** Policies of the organization no longer bind the account; whether its own still let it do things is judged as ever. */
function leave(facts: CopyFacts, account: string): CopyFacts {
  const { source, destination, role } = facts;
  if (source.account !== account && destination.account !== account) return facts;
  const alone = <Side extends SideFacts>(side: Side): Side =>
    side.account === account
      ? {
          ...side,
          organization: null,
          resourceControl: null,
          ...(side.serviceControl !== undefined && { serviceControl: null }),
        }
      : side;
  return {
    ...facts,
    crossAccountCopy: source.account === account ? null : facts.crossAccountCopy,
    role: source.account === account ? { ...role, found: withoutControl(role.found) } : role,
    source: alone(source),
    destination: alone(destination),
  };
}

const withoutControl = (found: Fact<RoleFacts | null>): Fact<RoleFacts | null> =>
  found === null || isUnknown(found) ? found : { ...found, serviceControl: null };

function disableKey(facts: CopyFacts, keyArn: string): CopyFacts {
  const isIt = (key: Fact<KeyFacts | null>): key is KeyFacts => key !== null && !isUnknown(key) && key.arn === keyArn;
  const { source, destination } = facts;
  if (!isIt(source.key) && !isIt(destination.key)) return facts;
  const state = 'Disabled';
  return {
    ...facts,
    source: isIt(source.key) ? { ...source, key: { ...source.key, state } } : source,
    destination: isIt(destination.key) ? { ...destination, key: { ...destination.key, state } } : destination,
  };
}
