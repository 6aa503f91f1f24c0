import { constants, createPublicKey, randomBytes, verify } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
  paginateListKeys,
  ReplicateKeyCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccess } from '../../../access/create-access.ts';
import { createCredentials } from '../../../access/create-credentials.ts';
import { createKeyService } from '../../../keys/create-key-service.ts';
import { allow, delegateTo, toPolicy } from '../../../keys/testing/key-world.ts';
import { openSealer } from '../../../secrets/open-sealer.ts';
import { ephemeralRootKey } from '../../../secrets/root-key.ts';
import type { Records } from '../../../storage/records/records.ts';
import { openSqlite } from '../../../storage/records/sqlite.ts';
import { startToyServer, type ToyServer } from '../../wire/testing/toy-server.ts';
import { kmsOperations } from './operations.ts';

/* The official client against our KMS over the real wire, with the real access room behind it. */

const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const random = { bytes: (count: number) => Uint8Array.from(randomBytes(count)) };

let records: Records;
let server: ToyServer;
beforeEach(async () => {
  records = await openSqlite(':memory:');
  // The signature's time is checked, so that this clock is the machine's.
  const clock = { now: () => Date.now() };
  const sealer = openSealer(ephemeralRootKey(random));
  const access = createAccess({ records, clock });
  const keys = createKeyService({ records, sealer, access, clock, random });
  const log = pino({ level: 'silent' });
  const services = {
    records,
    sealer,
    access,
    keys,
    clock,
    machineClock: clock,
    random,
    log,
    asOf: undefined,
    isDev: true,
  };
  const bound = Object.entries(kmsOperations).map(([name, operation]) => [
    name,
    (input: never, call: never) => operation({ ...services, wakeJobs: () => undefined }, input, call),
  ]);
  const credentials = createCredentials({ records, sealer, clock, isDev: true });
  server = await startToyServer({ kms: Object.fromEntries(bound) }, { credentials });
});
afterEach(async () => {
  await server.close();
  await records.close();
});

const clientOf = (account: string, region = 'eu-west-1'): KMSClient =>
  new KMSClient({
    endpoint: server.url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
    maxAttempts: 1,
  });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const createKey = async (client: KMSClient): Promise<string> =>
  (await client.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!;

test('what one account encrypts another opens, once the key policy lets it', async () => {
  const [source, destination] = [clientOf(SOURCE), clientOf(DESTINATION)];
  const KeyId = await createKey(source);
  const EncryptionContext = { vault: 'one' };
  const request = new EncryptCommand({ KeyId, Plaintext: bytes('secret'), EncryptionContext });
  const { CiphertextBlob } = await source.send(request);
  const decrypt = () => destination.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  await expect(decrypt()).rejects.toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } });
  const Policy = toPolicy(delegateTo(SOURCE), allow(`arn:aws:iam::${DESTINATION}:root`, 'kms:Decrypt'));
  await source.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  expect(new TextDecoder().decode((await decrypt()).Plaintext)).toBe('secret');
});

test('the client reads our errors as KMS’s own', async () => {
  const client = clientOf(SOURCE);
  await expect(client.send(new DescribeKeyCommand({ KeyId: 'alias/none' }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Alias arn:aws:kms:eu-west-1:${SOURCE}:alias/none is not found.`,
  });
  const TargetKeyId = await createKey(client);
  const create = () => client.send(new CreateAliasCommand({ AliasName: 'alias/mine', TargetKeyId }));
  await create();
  await expect(create()).rejects.toMatchObject({ name: 'AlreadyExistsException' });
  const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: 'alias/mine' }));
  expect(KeyMetadata).toMatchObject({ Arn: TargetKeyId, KeyManager: 'CUSTOMER' });
  expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date);
});

test('what the client has signed and wrapped holds, in every Region of the key', async () => {
  const client = clientOf(SOURCE);
  const { KeyMetadata } = await client.send(
    new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', MultiRegion: true }),
  );
  const KeyId = KeyMetadata!.KeyId!;
  const request = { KeyId, Message: bytes('a message'), SigningAlgorithm: 'RSASSA_PSS_SHA_512' } as const;
  const { Signature } = await client.send(new SignCommand(request));
  const { ReplicaKeyMetadata } = await client.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'us-west-2' }));
  expect(ReplicaKeyMetadata?.MultiRegionConfiguration?.ReplicaKeys).toEqual([
    { Arn: `arn:aws:kms:us-west-2:${SOURCE}:key/${KeyId}`, Region: 'us-west-2' },
  ]);
  const there = clientOf(SOURCE, 'us-west-2');
  expect((await there.send(new VerifyCommand({ ...request, Signature }))).SignatureValid).toBe(true);
  const { PublicKey } = await there.send(new GetPublicKeyCommand({ KeyId }));
  const key = createPublicKey({ key: Buffer.from(PublicKey!), format: 'der', type: 'spki' });
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
  expect(verify('sha512', request.Message, pss, Signature!)).toBe(true);
  const forged = new VerifyCommand({ ...request, Message: bytes('another'), Signature });
  await expect(there.send(forged)).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
});

test('the client’s own paginator walks our pages', async () => {
  const client = clientOf(SOURCE);
  const made = [await createKey(client), await createKey(client), await createKey(client)];
  const seen: string[] = [];
  for await (const { Keys } of paginateListKeys({ client, pageSize: 1 }, {}))
    seen.push(...Keys!.map((key) => key.KeyArn!));
  expect(seen).toEqual(made.sort());
});
