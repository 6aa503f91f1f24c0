import { setImmediate as nextTurn } from 'node:timers/promises';
import { granteeOf, JOB_GRANT_OPERATIONS, type KeyRight, VAULT_CONTEXT_KEY } from '../decision/key-uses.ts';
import type { DataKeys, Domain } from '../engine/engine.ts';
import type { KeyService, KeyUse } from '../keys/key-service.ts';
import type { Principal } from '../model/principal.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import type { StorageClass } from '../storage/blobs/storage-class.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import { lookUp } from '../storage/records/remembered.ts';
import { domainById, findVaultDomain, vaultDomain } from '../storage/records/vaults.ts';
import { invariant } from '../util/invariant.ts';
import { JoinedByKey } from '../util/joined.ts';
import type { Random } from '../util/random.ts';
import type { JobContext } from './job-context.ts';

export interface DomainWish {
  readonly jobId: string;
  readonly vaultArn: string;
  readonly region: string;
  readonly right: KeyRight;
  /** Default: WARM, where all that is new goes. */
  readonly storageClass?: StorageClass;
}

export interface OpenDomain {
  readonly domain: Domain;
  /** Gives back the rights taken for the job. Safe to call after a failure. */
  close(): Promise<void>;
}

const servicePrincipal = (name: string): Principal => ({
  kind: 'service',
  account: '',
  arn: name,
  userId: name,
});

/** Finds or makes the domain and takes the right to its keys. Throws the key service's refusal where policies say no. */
export async function openDomain(context: JobContext, wish: DomainWish): Promise<OpenDomain> {
  const { records, clock, random } = context;
  const { storageClass = 'WARM' } = wish;
  const keyArn = wish.right.kind === 'none' ? '' : wish.right.keyArn;
  // The right first: a refused job leaves no trace in the vault, not even an empty domain.
  const held = await takeRight(context, wish);
  try {
    const place = { vaultArn: wish.vaultArn, keyArn, storageClass };
    const reading = `domain ${storageClass} ${place.vaultArn} ${keyArn}`;
    const { id } =
      (await lookUp(records, reading, (db) => findVaultDomain(db, place))) ??
      (await records.write((db) => vaultDomain(db, place, { random, now: clock.now() })));
    // Before a byte is sealed: whoever loses the records must find the key of these bytes.
    await context.book.ensure(id);
    const blobs = blobsOf(context, storageClass);
    return { domain: { id, blobs, prefix: `${wish.region}/${id}/`, keys: held.keysOf(id) }, close: held.release };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** The domain in which the bytes of a recovery point lie, whatever its record says of their storage class. */
export async function openPointDomain(
  context: JobContext,
  point: Pick<RecoveryPointRow, 'domain_id' | 'region'>,
  wish: Pick<DomainWish, 'jobId' | 'right'>,
): Promise<OpenDomain> {
  const domain = await context.records.read((db) => domainById(db, point.domain_id));
  invariant(domain, 'a recovery point has the domain of its bytes');
  const { vault_arn: vaultArn, storage_class: storageClass } = domain;
  return await openDomain(context, { ...wish, vaultArn, region: point.region, storageClass });
}

const blobsOf = ({ blobs, coldBlobs }: JobContext, storageClass: StorageClass): BlobStore =>
  storageClass === 'COLD' ? coldBlobs : blobs;

interface HeldRight {
  keysOf(domainId: string): DataKeys;
  release(): Promise<void>;
}

async function takeRight(
  { keys, random }: JobContext,
  { right, region, vaultArn, jobId }: DomainWish,
): Promise<HeldRight> {
  if (right.kind === 'none') return { keysOf: (id) => ownKeys(keys, random, id), release: async () => undefined };
  const encryptionContext = { [VAULT_CONTEXT_KEY]: vaultArn };
  const request = { keyId: right.keyArn, region, encryptionContext };
  if (right.kind === 'vault-grant') {
    const use: KeyUse = { principal: servicePrincipal('backup.amazonaws.com') };
    return { keysOf: () => customerKeys(keys, use, request), release: async () => undefined };
  }
  const service = servicePrincipal(granteeOf(right.viaService));
  const { grantId, grantToken } = await keys.createGrant(
    { principal: right.principal, viaService: right.viaService },
    {
      keyId: right.keyArn,
      region,
      grantee: service.arn,
      retiring: service.arn,
      operations: JOB_GRANT_OPERATIONS,
      // The same name and terms give the same grant: a job that runs again takes no second one.
      name: `crossvault-${jobId}`,
      constraints: { EncryptionContextSubset: encryptionContext },
      isForAwsResource: true,
    },
  );
  const use: KeyUse = { principal: service, viaService: right.viaService, grantTokens: [grantToken] };
  return {
    keysOf: () => customerKeys(keys, use, request),
    release: () =>
      keys.retireGrant({ principal: service, grantTokens: [grantToken] }, { keyArn: right.keyArn, grantId }),
  };
}

interface DataKeyRequest {
  readonly keyId: string;
  readonly region: string;
  readonly encryptionContext: Readonly<Record<string, string>>;
}

function customerKeys(keys: KeyService, use: KeyUse, request: DataKeyRequest): DataKeys {
  return {
    generate: () => keys.generateDataKey(use, request),
    open: (wrapped) => openShared(keys, use, { ...request, ciphertext: wrapped }),
  };
}

const openings = new WeakMap<KeyService, JoinedByKey<SecretBytes>>();

/**
 * Jobs that ask for the same data key by the same right at the same time ask the policies once, after all of them have asked, and get a copy
 * each. The one that was decrypted is wiped in the next turn, when the copies have been made.
 */
async function openShared(
  keys: KeyService,
  use: KeyUse,
  request: DataKeyRequest & { readonly ciphertext: Uint8Array },
): Promise<SecretBytes> {
  const shared = openings.get(keys) ?? new JoinedByKey<SecretBytes>(nextTurn);
  openings.set(keys, shared);
  const right = JSON.stringify([use, { ...request, ciphertext: Buffer.from(request.ciphertext).toString('base64') }]);
  const secret = await shared.run(right, async () => {
    const { plaintext } = await keys.decrypt(use, request);
    setImmediate(() => plaintext.wipe());
    return plaintext;
  });
  return SecretBytes.copyOf(secret.open());
}

function ownKeys(keys: KeyService, random: Random, domainId: string): DataKeys {
  const purpose = `data key of domain ${domainId}`;
  return {
    async generate() {
      const plaintext = new SecretBytes(random.bytes(32));
      return { plaintext, wrapped: await keys.sealOwn(plaintext.open(), purpose) };
    },
    open: (wrapped) => keys.openOwn(wrapped, purpose),
  };
}
