import * as kms from '../messages/kms.ts';
import { parseArn, printArn } from '../model/arn.ts';
import { partitionOf } from '../model/region.ts';
import * as records from '../storage/records/kms.ts';
import type { Database } from '../storage/records/records.ts';
import type { KeyParts } from './key-parts.ts';

export interface FoundKey extends records.KeyRecord {
  /** `alias/…` where the caller named the key by an alias: `kms:RequestAlias`. */
  readonly requestAlias?: string;
}

export interface KeyName {
  /** Id, ARN, alias name or alias ARN. */
  readonly keyId: string;
  /** Ids and alias names resolve here. */
  readonly account: string;
  readonly region: string;
}

/** The key that goes by a name. Throws NotFoundException where there is none, or where the ARN names another Region. */
export function findKey(parts: Pick<KeyParts, 'records' | 'clock'>, name: KeyName): Promise<FoundKey> {
  return parts.records.read((db) => findKeyIn(db, { ...name, now: parts.clock.now() }));
}

/** The same inside a transaction. */
export async function findKeyIn(db: Database, name: KeyName & { now: number }): Promise<FoundKey> {
  const place = toPlace(name);
  if (place.resource.startsWith('alias/')) return findByAlias(db, place, name.now);
  const record = await records.findKey(db, { id: place.resource.slice('key/'.length), now: name.now });
  const isThere = record?.key.account_id === place.account && record.key.region === place.region;
  if (!isThere) throw kms.keyNotFound(toKmsArn(place));
  return record;
}

export interface KmsPlace {
  readonly account: string;
  readonly region: string;
  /** `key/ID` or `alias/NAME` */
  readonly resource: string;
}

export const toKmsArn = ({ account, region, resource }: KmsPlace): string =>
  printArn({ partition: partitionOf(region), service: 'kms', region, account, resource });

const KEY_ID = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function toPlace({ keyId, account, region }: KeyName): KmsPlace {
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

async function findByAlias(db: Database, place: KmsPlace, now: number): Promise<FoundKey> {
  const alias = await records.findAlias(db, { ...place, name: place.resource });
  const record = alias && (await records.findKey(db, { id: alias.key_id, now }));
  if (record === undefined) throw kms.aliasNotFound(toKmsArn(place));
  return { ...record, requestAlias: place.resource };
}
