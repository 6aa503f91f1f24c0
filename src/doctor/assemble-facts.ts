import type {
  CopyFacts,
  DestinationFacts,
  Fact,
  KeyFacts,
  RoleFacts,
  SideFacts,
  SourceFacts,
  VaultFacts,
} from '../decision/facts.ts';
import { isUnknown } from '../decision/facts.ts';
import { parseArn } from '../model/arn.ts';
import type { Lifecycle } from '../model/lifecycle.ts';
import { partitionOf } from '../model/region.ts';
import { parseVaultArn } from '../model/vault.ts';
import { ACCOUNT, complete, completeRecord, KEY, PLACE, POINT, ROLE, VAULT } from './complete.ts';
import type { AccountRecord, FactSource, Place, PlaceRecord } from './fact-source.ts';
import { serviceLinkedRoleArn } from './fact-source.ts';
import { SourceError } from './source-error.ts';

/** Which copy: all that must be said before anything is read. */
export interface CopyName {
  readonly roleArn: string;
  readonly sourceVaultArn: string;
  readonly pointArn: string;
  readonly destinationVaultArn: string;
  readonly lifecycle: Lifecycle | null;
  /** Who calls StartCopyJob, a role; `null` where a plan does. */
  readonly callerArn?: string | null;
}

export interface Moment {
  readonly now: number;
  /** `null` is the newest feature matrix. */
  readonly asOf: number | null;
}

/** All that bears on one copy, asked of a source, both sides at once. Throws SourceError for a vault ARN that is none. */
export async function assembleFacts(source: FactSource, copy: CopyName, moment: Moment): Promise<CopyFacts> {
  const from = placeOfVault(copy.sourceVaultArn, 'source vault');
  const to = placeOfVault(copy.destinationVaultArn, 'destination vault');
  const { callerArn } = copy;
  const [role, caller, sourceAccount, destinationAccount, sourcePlace, destinationPlace] = await Promise.all([
    roleFacts(source, copy.roleArn),
    typeof callerArn === 'string' ? roleFacts(source, callerArn) : callerArn,
    accountOf(source, from.account),
    accountOf(source, to.account),
    placeOf(source, from),
    placeOf(source, to),
  ]);
  const [sourceSide, destinationSide] = await Promise.all([
    sourceFacts(source, copy, sideOf(from, copy.sourceVaultArn, sourceAccount, sourcePlace)),
    destinationFacts(source, sideOf(to, copy.destinationVaultArn, destinationAccount, destinationPlace), {
      account: destinationAccount,
      place: destinationPlace,
    }),
  ]);
  return {
    ...moment,
    role: { arn: copy.roleArn, found: role },
    requestedLifecycle: copy.lifecycle,
    ...(caller !== undefined && { caller }),
    crossAccountCopy: sourceAccount.crossAccountCopy,
    source: sourceSide,
    destination: destinationSide,
  };
}

function placeOfVault(arn: string, what: string): Place {
  const vault = parseVaultArn(arn);
  if (vault !== undefined) return vault;
  throw new SourceError(
    'malformed',
    `The ${what} "${arn}" is no ARN of a backup vault: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.`,
  );
}

/**
 * What has been put together once, by source: thousands of pairs share accounts, roles, vaults and keys, and whoever judges them may
 * remember by the very object. Points are not kept: a plan's rules may foretell one differently.
 */
const known = new WeakMap<FactSource, Map<string, Promise<unknown>>>();

function once<Thing>(source: FactSource, name: string, make: () => Promise<Thing>): Promise<Thing> {
  const things = known.get(source) ?? new Map<string, Promise<unknown>>();
  known.set(source, things);
  const thing = (things.get(name) as Promise<Thing> | undefined) ?? make();
  things.set(name, thing);
  return thing;
}

const accountOf = (source: FactSource, id: string): Promise<AccountRecord> =>
  once(source, `account ${id}`, async () => completeRecord(await source.account(id), ACCOUNT));

const vaultOf = (source: FactSource, arn: string): Promise<Fact<VaultFacts | null>> =>
  once(source, `vault ${arn}`, async () => complete(await source.vault(arn), VAULT));

const placeOf = (source: FactSource, { account, region }: Place): Promise<PlaceRecord> =>
  once(source, `place ${account} ${region}`, async () =>
    completeRecord(await source.place({ account, region }), PLACE),
  );

const sideOf = (
  place: Place,
  vaultArn: string,
  { organization, resourceControl, serviceControl }: AccountRecord,
  { isRegionEnabled }: PlaceRecord,
): SideFacts => ({
  account: place.account,
  region: place.region,
  vaultArn,
  organization,
  resourceControl,
  serviceControl,
  ...(isRegionEnabled !== undefined && { isRegionEnabled }),
});

async function sourceFacts(source: FactSource, copy: CopyName, side: SideFacts): Promise<SourceFacts> {
  const name = { arn: copy.pointArn, vaultArn: copy.sourceVaultArn };
  const [vault, point, serviceLinkedRole] = await Promise.all([
    vaultOf(source, side.vaultArn),
    source.point(name),
    roleFacts(source, serviceLinkedRoleArn(side.account, partitionOf(side.region))),
  ]);
  const known = complete(point, POINT);
  const isThere = known !== null && !isUnknown(known);
  return {
    ...side,
    vault,
    pointArn: copy.pointArn,
    point: known,
    key: isThere ? await keyOf(source, known.isEncrypted === false ? null : known.keyArn) : known,
    serviceLinkedRole,
  };
}

async function destinationFacts(
  source: FactSource,
  side: SideFacts,
  { account, place }: { readonly account: AccountRecord; readonly place: PlaceRecord },
): Promise<DestinationFacts> {
  const { linkedServices, tagPolicy } = account;
  const { allowedImageAccounts, load } = place;
  const [vault, serviceLinkedRole] = await Promise.all([
    vaultOf(source, side.vaultArn),
    roleFacts(source, serviceLinkedRoleArn(side.account, partitionOf(side.region))),
  ]);
  const isThere = vault !== null && !isUnknown(vault);
  return {
    ...side,
    vault,
    key: isThere ? await keyOf(source, vault.keyArn) : vault,
    serviceLinkedRole,
    tagPolicy,
    allowedImageAccounts,
    ...(linkedServices !== undefined && { linkedServices }),
    ...(load !== undefined && { load }),
  };
}

async function keyOf(source: FactSource, arn: Fact<string | null>): Promise<Fact<KeyFacts | null>> {
  if (arn === null || isUnknown(arn)) return arn;
  return once(source, `key ${arn}`, async () => complete(await source.key(arn), KEY));
}

/** A role with what its account lays upon it. Service control policies do not bind service-linked roles. */
const roleFacts = (source: FactSource, arn: string): Promise<Fact<RoleFacts | null>> =>
  once(source, `role ${arn}`, () => readRoleFacts(source, arn));

async function readRoleFacts(source: FactSource, arn: string): Promise<Fact<RoleFacts | null>> {
  const role = complete(await source.role(arn), ROLE);
  if (role === null || isUnknown(role)) return role;
  if (role.principal.isServiceLinked) return { ...role, serviceControl: null };
  const { serviceControl } = await accountOf(source, parseArn(arn)?.account ?? role.principal.account);
  return { ...role, serviceControl };
}
