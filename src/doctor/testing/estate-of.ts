import type { CopyFacts, KeyFacts, RoleFacts } from '../../decision/facts.ts';
import { isUnknown } from '../../decision/facts.ts';
import { partitionOf } from '../../model/region.ts';
import type { CopyName } from '../assemble-facts.ts';
import { type Estate, emptyEstate, placeKey } from '../estate.ts';
import { serviceLinkedRoleArn } from '../fact-source.ts';

export const copyNameOf = ({ role, source, destination, requestedLifecycle }: CopyFacts): CopyName => ({
  roleArn: role.arn,
  sourceVaultArn: source.vaultArn,
  pointArn: source.pointArn,
  destinationVaultArn: destination.vaultArn,
  lifecycle: requestedLifecycle,
});

/** The facts of a copy taken apart: what a source would have answered for each thing. */
export function estateOf(facts: CopyFacts): Estate {
  const estate = emptyEstate();
  const { role, source, destination, crossAccountCopy } = facts;
  const serviceControl = role.found !== null && !isUnknown(role.found) ? role.found.serviceControl : null;
  for (const side of [source, destination]) {
    estate.accounts[side.account] = {
      ...estate.accounts[side.account],
      organization: side.organization,
      resourceControl: side.resourceControl,
      serviceControl: side === source ? serviceControl : (side.serviceControl ?? null),
      crossAccountCopy,
      tagPolicy: destination.tagPolicy,
    };
    estate.vaults[side.vaultArn] = side.vault;
    addKey(estate, side.key);
  }
  estate.places[placeKey(destination)] = { allowedImageAccounts: destination.allowedImageAccounts };
  estate.points[source.pointArn] = source.point;
  addRole(estate, role.arn, role.found);
  addRole(
    estate,
    serviceLinkedRoleArn(destination.account, partitionOf(destination.region)),
    destination.serviceLinkedRole,
  );
  return estate;
}

function addRole(estate: Estate, arn: string, role: CopyFacts['role']['found']): void {
  if (role === null || isUnknown(role)) {
    estate.roles[arn] = role;
    return;
  }
  const { serviceControl: _, ...own } = role satisfies RoleFacts;
  estate.roles[arn] = own;
}

function addKey(estate: Estate, key: CopyFacts['source']['key']): void {
  if (key !== null && !isUnknown(key)) estate.keys[(key satisfies KeyFacts).arn] = key;
}
