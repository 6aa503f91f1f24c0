import type { AliasListEntry, ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-kms';
import { PREDEFINED_ALIASES } from '../../../keys/aws-managed-keys.ts';
import { findKey, toKmsArn } from '../../../keys/find-key.ts';
import * as records from '../../../storage/records/kms.ts';
import type { KmsAliasesTable } from '../../../storage/records/schema.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { authorizeAccount, refuseAlias } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

/**
 * An account's aliases, or those of one key. Predefined aliases whose key nobody has used yet are there without a target,
 * as KMS has it: clients describe them to have the key made.
 */
export const listAliases: Operation<ListAliasesRequest, ListAliasesResponse> = async (services, input, call) => {
  const action = 'kms:ListAliases';
  await authorizeAccount(services, call, { action });
  const { principal, region } = call;
  const place = { account: principal.account, region, now: call.now };
  const keyId = input.KeyId === undefined ? undefined : await findKeyId(services, call, { keyId: input.KeyId, action });
  const known = await services.records.read((db) => records.listAliases(db, place));
  const wanted =
    keyId === undefined ? withPredefined(known, place) : known.filter(({ key_id }) => key_id === keyId).map(toEntry);
  const { items, more } = toPage(wanted, input, {
    list: 'ListAliases',
    keyOf: ({ AliasName }) => AliasName!,
    size: PAGE_SIZES.aliases,
  });
  return { Aliases: [...items], ...more };
};

async function findKeyId(
  services: Services,
  { region, principal }: Call,
  { keyId, action }: { keyId: string; action: string },
): Promise<string> {
  refuseAlias(keyId);
  return (await findKey(services, { keyId, region, principal, action })).key.id;
}

const toEntry = (alias: KmsAliasesTable): AliasListEntry => ({
  AliasName: alias.name,
  AliasArn: toKmsArn({ account: alias.account_id, region: alias.region, resource: alias.name }),
  TargetKeyId: alias.key_id,
  CreationDate: new Date(alias.created_at),
  LastUpdatedDate: new Date(alias.updated_at),
});

function withPredefined(
  known: readonly KmsAliasesTable[],
  { account, region }: { account: string; region: string },
): readonly AliasListEntry[] {
  const names = new Set(known.map(({ name }) => name));
  const unused = PREDEFINED_ALIASES.filter((name) => !names.has(name)).map((name) => ({
    AliasName: name,
    AliasArn: toKmsArn({ account, region, resource: name }),
  }));
  return [...known.map(toEntry), ...unused].sort((one, other) => (one.AliasName! < other.AliasName! ? -1 : 1));
}
