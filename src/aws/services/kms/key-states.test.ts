import { afterEach, beforeEach, expect, test } from 'vitest';
import { rootOf, SOURCE } from '../../../keys/testing/key-world.ts';
import { expectRefused, type KmsWorld, openKmsWorld } from './testing/kms-world.ts';

/* The table of https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html, line by line. */

let world: KmsWorld;
beforeEach(async () => {
  world = await openKmsWorld();
});
afterEach(() => world.records.close());

type State = 'Disabled' | 'PendingDeletion' | 'PendingImport';

const REFUSALS: Record<string, [code: string, words: string]> = {
  disabled: ['DisabledException', 'is disabled.'],
  pendingDeletion: ['KMSInvalidStateException', 'is pending deletion.'],
  notPendingDeletion: ['KMSInvalidStateException', 'is not pending deletion.'],
  pendingImport: ['KMSInvalidStateException', 'is pending import.'],
  external: ['UnsupportedOperationException', 'origin is EXTERNAL which is not valid for this operation.'],
};

async function keyIn(state: State, input: object): Promise<{ KeyId: string; Arn: string }> {
  const key = await world.createKey({ ...input, ...(state === 'PendingImport' ? { Origin: 'EXTERNAL' } : {}) });
  if (state === 'Disabled') await world.run('DisableKey', { KeyId: key.KeyId });
  if (state === 'PendingDeletion') await world.run('ScheduleKeyDeletion', { KeyId: key.KeyId });
  return key;
}

/** Without a word: the operation succeeds. */
async function expectInState(
  state: State,
  operation: string,
  { input, made = {} }: { input: object; made?: object },
  refusal: string,
) {
  const { KeyId, Arn } = await keyIn(state, made);
  const answer = world.run(operation, { KeyId, TargetKeyId: KeyId, AliasName: `alias/${state}`, ...input });
  if (refusal === 'ok') return void (await answer);
  const [code, words] = REFUSALS[refusal]!;
  await expectRefused(answer, code, `${Arn} ${words}`);
}

const Message = Uint8Array.of(1);
const GRANT = { GranteePrincipal: rootOf(SOURCE).arn, Operations: ['DescribeKey'] };
const SIGNING = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
const MAC = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
const USE = ['disabled', 'pendingDeletion', 'pendingImport'];

interface Line {
  readonly input?: object;
  readonly made?: object;
  /** Disabled, PendingDeletion, PendingImport. */
  readonly refusals: readonly string[];
}

const TABLE: Record<string, Line> = {
  CancelKeyDeletion: { refusals: ['notPendingDeletion', 'ok', 'notPendingDeletion'] },
  CreateAlias: { refusals: ['ok', 'pendingDeletion', 'ok'] },
  CreateGrant: { input: GRANT, refusals: USE },
  DescribeKey: { refusals: ['ok', 'ok', 'ok'] },
  DisableKey: { refusals: ['ok', 'pendingDeletion', 'pendingImport'] },
  DisableKeyRotation: { refusals: ['disabled', 'pendingDeletion', 'external'] },
  EnableKey: { refusals: ['ok', 'pendingDeletion', 'pendingImport'] },
  EnableKeyRotation: { refusals: ['disabled', 'pendingDeletion', 'external'] },
  Encrypt: { input: { Plaintext: Message }, refusals: USE },
  GenerateDataKey: { input: { KeySpec: 'AES_256' }, refusals: USE },
  GenerateDataKeyPair: { input: { KeyPairSpec: 'ECC_NIST_P256' }, refusals: USE },
  GenerateDataKeyPairWithoutPlaintext: { input: { KeyPairSpec: 'ECC_NIST_P256' }, refusals: USE },
  GenerateDataKeyWithoutPlaintext: { input: { KeySpec: 'AES_256' }, refusals: USE },
  GenerateMac: { input: { Message, MacAlgorithm: 'HMAC_SHA_256' }, made: MAC, refusals: USE },
  GetKeyPolicy: { refusals: ['ok', 'ok', 'ok'] },
  GetKeyRotationStatus: { refusals: ['ok', 'ok', 'external'] },
  GetPublicKey: { made: SIGNING, refusals: USE },
  ListAliases: { refusals: ['ok', 'ok', 'ok'] },
  ListGrants: { refusals: ['ok', 'ok', 'ok'] },
  ListKeyPolicies: { refusals: ['ok', 'ok', 'ok'] },
  ListKeyRotations: { refusals: ['ok', 'ok', 'ok'] },
  ListResourceTags: { refusals: ['ok', 'ok', 'ok'] },
  RotateKeyOnDemand: { refusals: ['disabled', 'pendingDeletion', 'external'] },
  ScheduleKeyDeletion: { refusals: ['ok', 'pendingDeletion', 'ok'] },
  Sign: { input: { Message, SigningAlgorithm: 'ECDSA_SHA_256' }, made: SIGNING, refusals: USE },
  TagResource: { input: { Tags: [{ TagKey: 'a', TagValue: '' }] }, refusals: ['ok', 'pendingDeletion', 'ok'] },
  UntagResource: { input: { TagKeys: ['a'] }, refusals: ['ok', 'pendingDeletion', 'ok'] },
  UpdateKeyDescription: { input: { Description: 'a' }, refusals: ['ok', 'pendingDeletion', 'ok'] },
  Verify: { input: { Message, Signature: Message, SigningAlgorithm: 'ECDSA_SHA_256' }, made: SIGNING, refusals: USE },
  VerifyMac: { input: { Message, Mac: Message, MacAlgorithm: 'HMAC_SHA_256' }, made: MAC, refusals: USE },
};

test.each(Object.entries(TABLE))(
  '%s minds the state of a key',
  async (operation, { input = {}, made = {}, refusals }) => {
    const states: State[] = ['Disabled', 'PendingDeletion', 'PendingImport'];
    for (const [at, state] of states.entries()) {
      await expectInState(state, operation, { input, made }, refusals[at]!);
    }
  },
);

test('the material of a key from outside may be asked for in each state but the last', async () => {
  const parameters = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
  const { KeyId, Arn } = await world.createKey({ Origin: 'EXTERNAL' });
  expect((await world.run('GetParametersForImport', { KeyId, ...parameters })).KeyId).toBe(Arn);
  await world.run('DeleteImportedKeyMaterial', { KeyId });
  await world.run('ScheduleKeyDeletion', { KeyId });
  await expectRefused(
    world.run('GetParametersForImport', { KeyId, ...parameters }),
    'KMSInvalidStateException',
    `${Arn} is pending deletion.`,
  );
  await world.run('DeleteImportedKeyMaterial', { KeyId });
  await world.run('CancelKeyDeletion', { KeyId });
  expect((await world.run('DescribeKey', { KeyId })).KeyMetadata.KeyState).toBe('PendingImport');
});
