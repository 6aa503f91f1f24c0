import { accessDenied } from '../messages/access-denied.ts';
import * as kms from '../messages/kms.ts';
import type { ServiceError } from '../messages/service-error.ts';
import { parseArn, printArn } from '../model/arn.ts';
import { callerArn, type Principal } from '../model/principal.ts';
import { partitionOf } from '../model/region.ts';
import * as kmsRecords from '../storage/records/kms.ts';
import type { Database } from '../storage/records/records.ts';
import { lookUp } from '../storage/records/remembered.ts';
import type { KeyParts } from './key-parts.ts';

export interface FoundKey extends kmsRecords.KeyRecord {
  /** `alias/…` where the caller named the key by an alias: `kms:RequestAlias`. */
  readonly requestAlias?: string;
}

export interface KeyName {
  /** Id, ARN, alias name or alias ARN. Ids and alias names resolve in the caller's account. */
  readonly keyId: string;
  readonly region: string;
  readonly principal: Principal;
  /** What the caller is about to do with it: `kms:Encrypt`. */
  readonly action: string;
}

/**
 * The key that goes by a name. Throws NotFoundException where there is none, or where the ARN names another Region; for
 * a key of another account AccessDeniedException, so that a stranger does not learn which keys exist.
 */
export async function findKey(
  { records, clock }: Pick<KeyParts, 'records' | 'clock'>,
  name: KeyName,
): Promise<FoundKey> {
  const place = toPlace(name);
  const find = place.resource.startsWith('alias/') ? findByAlias : findById;
  const now = clock.now();
  // The moment is part of the question: a key is gone from its last one on, though no commit says so.
  const question = `kms ${place.account} ${place.region} ${place.resource} ${now}`;
  const found = await lookUp(records, question, (db) => find(db, place, now));
  if (found === undefined) throw notFound(name, place);
  return found;
}

function notFound({ principal, action }: KeyName, place: KmsPlace): ServiceError {
  const arn = toKmsArn(place);
  // Services are told; they ask for accounts that have let them in.
  const isStranger = principal.kind !== 'service' && place.account !== principal.account;
  if (isStranger) return keyOfStranger({ caller: callerArn(principal), action, resource: arn });
  return place.resource.startsWith('alias/') ? kms.aliasNotFound(arn) : kms.keyNotFound(arn);
}

const keyOfStranger = (request: { caller: string; action: string; resource: string }): ServiceError =>
  accessDenied({ ...request, isOwnAccount: false, reason: { document: 'resource', isExplicit: false } });

export interface KmsPlace {
  readonly account: string;
  readonly region: string;
  /** `key/ID` or `alias/NAME` */
  readonly resource: string;
}

export const toKmsArn = ({ account, region, resource }: KmsPlace): string =>
  printArn({ partition: partitionOf(region), service: 'kms', region, account, resource });

const KEY_ID = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function toPlace({ keyId, principal, region }: KeyName): KmsPlace {
  const { account } = principal;
  if (keyId.startsWith('arn:')) return parseKmsArn(keyId, region);
  if (keyId.startsWith('alias/')) return { account, region, resource: keyId };
  if (!KEY_ID.test(keyId)) throw kms.invalidKeyId(keyId);
  return { account, region, resource: `key/${keyId.toLowerCase()}` };
}

function parseKmsArn(text: string, region: string): KmsPlace {
  const arn = parseArn(text);
  const isName = arn?.service === 'kms' && /^(key|alias)\/./.test(arn.resource);
  if (!isName || arn.partition !== partitionOf(region)) throw kms.invalidArn(text);
  if (arn.region !== region) throw kms.invalidArnRegion(arn.region);
  return { account: arn.account, region, resource: arn.resource };
}

async function findById(db: Database, place: KmsPlace, now: number): Promise<FoundKey | undefined> {
  const id = place.resource.slice('key/'.length);
  const record = await kmsRecords.findKey(db, { id, region: place.region, now });
  return record?.key.account_id === place.account ? record : undefined;
}

async function findByAlias(db: Database, place: KmsPlace, now: number): Promise<FoundKey | undefined> {
  const alias = await kmsRecords.findAlias(db, { ...place, name: place.resource });
  const record = alias && (await kmsRecords.findKey(db, { id: alias.key_id, region: place.region, now }));
  return record && { ...record, requestAlias: place.resource };
}
