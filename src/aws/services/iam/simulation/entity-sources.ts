import { managedDocuments } from '../../../../access/gather-policies.ts';
import { groupsOf } from '../../../../storage/records/iam-groups.ts';
import { attachedPolicies, inlinePolicies, type PolicyOwner } from '../../../../storage/records/iam-policies.ts';
import type { Database } from '../../../../storage/records/records.ts';
import type { Source } from './source.ts';

/** Every identity policy of a user (with those of its groups), group or role. */
export async function entitySources(db: Database, owner: PolicyOwner): Promise<readonly Source[]> {
  const sources = [...(await ownerSources(db, owner))];
  if (owner.kind !== 'user') return sources;
  for (const { account_id: account, name } of await groupsOf(db, owner.account, owner.name)) {
    sources.push(...(await ownerSources(db, { account, kind: 'group', name })));
  }
  return sources;
}

async function ownerSources(db: Database, owner: PolicyOwner): Promise<readonly Source[]> {
  const inline = await inlinePolicies(db, owner);
  const attached = await managedSources(db, await attachedPolicies(db, owner));
  return [
    ...inline.map(({ name, document }) => ({
      id: `${owner.kind}_${owner.name}_${name}`,
      document,
      inline: { policy: name, ownerKind: owner.kind, ownerName: owner.name },
    })),
    ...attached,
  ];
}

/** Managed policies as they are in force. */
export async function managedSources(db: Database, arns: readonly string[]): Promise<readonly Source[]> {
  const documents = await managedDocuments(db, arns);
  return arns.flatMap((arn) => {
    const document = documents.get(arn);
    return document === undefined ? [] : [{ id: arn.slice(arn.lastIndexOf('/') + 1), arn, document }];
  });
}
