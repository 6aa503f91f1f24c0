import { withExemption, withStatements } from '../document-edits.ts';
import type { CopyFacts, RoleFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import type { PolicyPlace, Remedy } from '../remedy.ts';

/** One policy document, before and after a mend. */
export interface DocumentChange {
  readonly place: PolicyPlace;
  /** `null` where there is no document yet. */
  readonly before: string | null;
  readonly after: string;
}

/** What a remedy does to which document, as far as the facts have it; nothing where it changes no document that is there to be changed. */
export function documentChange(facts: CopyFacts, remedy: Remedy): DocumentChange | undefined {
  const place = placeOf(remedy);
  if (place === undefined) return undefined;
  const before = textAt(facts, place);
  if (before === undefined) return undefined;
  const after = edited(before, remedy);
  return after === undefined ? undefined : { place, before, after };
}

/** The document as the remedy leaves it; nothing for a remedy that edits none, or an exception to a document that is not there. */
function edited(before: string | null, remedy: Remedy): string | undefined {
  switch (remedy.kind) {
    case 'trust-backup-service':
      return withStatements(before, [remedy.statement]);
    case 'add-role-statements':
    case 'add-vault-access-statements':
    case 'add-key-statements':
    case 'add-policy-statements':
      return withStatements(before, remedy.statements);
    case 'exempt-from-deny':
      return before === null ? undefined : withExemption(before, remedy);
    default:
      return undefined;
  }
}

/** Where the document stands that a remedy edits. */
function placeOf(remedy: Remedy): PolicyPlace | undefined {
  switch (remedy.kind) {
    case 'trust-backup-service':
      return { kind: 'trust', roleArn: remedy.roleArn, origin: `trust policy of ${remedy.roleArn}` };
    case 'add-role-statements': {
      const { roleArn, policyName } = remedy;
      return { kind: 'role-inline', roleArn, policyName, origin: `role inline policy ${policyName}` };
    }
    case 'add-vault-access-statements': {
      const { vaultArn } = remedy;
      return { kind: 'vault-access', vaultArn, origin: `access policy of vault ${vaultArn}` };
    }
    case 'add-key-statements':
      return { kind: 'key', keyArn: remedy.keyArn, origin: `key policy of ${remedy.keyArn}` };
    case 'add-policy-statements':
    case 'exempt-from-deny':
      return remedy.place;
    default:
      return undefined;
  }
}

/** The text in the facts; nothing where it is unknown. An inline policy that is not there is made. */
function textAt(facts: CopyFacts, place: PolicyPlace): string | null | undefined {
  switch (place.kind) {
    case 'vault-access': {
      const side = facts.destination.vaultArn === place.vaultArn ? facts.destination : facts.source;
      const policy = knownOf(side.vault)?.accessPolicy;
      return policy === undefined || isUnknown(policy) ? undefined : policy;
    }
    case 'key': {
      const keys = [facts.source.key, facts.destination.key].map(knownOf);
      const policy = keys.find((key) => key?.arn === place.keyArn)?.policy;
      return policy === undefined || isUnknown(policy) ? undefined : policy;
    }
    case 'trust':
      return knownOf(facts.role.found)?.trustPolicy;
    case 'role-inline':
      return documentsIn(facts).get(place.origin) ?? null;
    case 'managed-policy':
    case 'organization-policy':
      return documentsIn(facts).get(place.origin);
  }
}

function documentsIn({ caller, role, source, destination }: CopyFacts): ReadonlyMap<string, string> {
  const roles = [caller ?? null, role.found].map((each) => knownOf<RoleFacts>(each));
  const levels = [source, destination].flatMap(({ resourceControl, serviceControl = null }) => [
    resourceControl,
    serviceControl,
  ]);
  const lists = [...levels, ...roles.map((each) => each?.serviceControl ?? null)];
  const documents = [
    ...roles.flatMap((each) => (each === undefined || isUnknown(each.identity) ? [] : each.identity)),
    ...roles.flatMap((each) => knownOf(each?.boundary ?? null) ?? []),
    ...lists.flatMap((each) => (each === null || isUnknown(each) ? [] : each.flat())),
  ];
  return new Map(documents.map(({ origin, document }) => [origin, document]));
}
