import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withMaterial } from '../keys/key-material.ts';
import { compareTrees } from '../resources/compare-trees.ts';
import { TwoVaults } from './testing/two-vaults.ts';

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

const REFUSED = 'KMS key is either disabled or pending deletion or access to KMS key is denied';

async function expectRestores(recoveryPointArn: string): Promise<void> {
  const job = await world.restore(recoveryPointArn);
  expect(job).toMatchObject({ State: 'COMPLETED' });
  expect((await compareTrees(world.source, world.restored(job))).differences).toEqual([]);
}

const vaultBlobs = () => world.blobs(/^eu-central-1\//);

test.each(['near', 'far'] as const)(
  'while the key of the vault %s is disabled, copies fail and nothing is damaged; then all goes on',
  async (name) => {
    const { RecoveryPointArn: point } = await world.backUp();
    const { DestinationRecoveryPointArn: first } = await world.copy(point);
    const before = await vaultBlobs();
    await world.kms('DisableKey', { KeyId: world.keys[name] });
    const failed = await world.copy(point);
    expect(failed).toMatchObject({
      State: 'FAILED',
      StatusMessage: expect.stringContaining('KMS key is either disabled'),
    });
    expect(await vaultBlobs()).toEqual(before);
    await world.kms('EnableKey', { KeyId: world.keys[name] });
    const again = await world.copy(point);
    expect(again).toMatchObject({ State: 'COMPLETED' });
    for (const arn of [point, first, again.DestinationRecoveryPointArn]) await expectRestores(arn);
  },
);

test('while a key is disabled, backups, restores and verifies are refused as well', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  await world.kms('DisableKey', { KeyId: world.keys.near });
  expect(await world.backUp()).toMatchObject({ State: 'FAILED', StatusMessage: REFUSED });
  expect(await world.restore(point)).toMatchObject({ State: 'FAILED', StatusMessage: REFUSED });
  const verified = await world.operator('POST', 'verify', { recoveryPointArn: point });
  expect(verified).toMatchObject({ status: 409, answer: { error: { code: 'key-refused' } } });
  await world.kms('EnableKey', { KeyId: world.keys.near });
  expect(await world.backUp()).toMatchObject({ State: 'COMPLETED' });
  expect((await world.operator('POST', 'verify', { recoveryPointArn: point })).answer.illnesses).toEqual([]);
});

test('a destroyed key takes its bytes with it for ever: verify and the scrub say so, and the copy under another key stays', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { DestinationRecoveryPointArn: copy } = await world.copy(point);
  await world.kms('ScheduleKeyDeletion', { KeyId: world.keys.near, PendingWindowInDays: 7 });
  await world.assembly.time.advance(8 * 86_400_000);
  expect(await world.restore(point)).toMatchObject({ State: 'FAILED', StatusMessage: REFUSED });
  const verified = await world.operator('POST', 'verify', { recoveryPointArn: point });
  expect(verified.answer.error.message).toContain('does not exist');
  await world.operator('POST', 'scrub');
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  const { answer } = await world.operator('GET', 'scrub');
  expect(answer).toMatchObject({
    ill: 1,
    illPoints: [{ recoveryPointArn: point, illnesses: [{ kind: 'key-unavailable' }] }],
  });
  await expectRestores(copy);
  const pruned = await world.operator('POST', 'prune', { graceHours: 0 });
  const refused = pruned.answer.domains.filter(({ refusal }: { refusal?: string }) => refusal !== undefined);
  expect(refused).toHaveLength(1);
  await expectRestores(copy);
});

test('after a rotation old bytes stay readable, and new ones join them', async () => {
  const { RecoveryPointArn: before } = await world.backUp();
  await world.kms('RotateKeyOnDemand', { KeyId: world.keys.near });
  writeFileSync(path.join(world.source, 'new'), 'after the rotation');
  const { RecoveryPointArn: after } = await world.backUp();
  const { DestinationRecoveryPointArn: copy } = await world.copy(after);
  for (const arn of [before, after, copy])
    expect((await world.operator('POST', 'verify', { recoveryPointArn: arn })).answer.illnesses).toEqual([]);
  for (const arn of [after, copy]) await expectRestores(arn);
});

test('nothing at rest holds a key that is open, nor a word of what was backed up', async () => {
  writeFileSync(path.join(world.source, 'secret'), 'the quick brown fox of our secret file '.repeat(20));
  const secrets: Buffer[] = [Buffer.from('brown fox of our secret'), Buffer.from('large large large')];
  const generate = world.assembly.keys.generateDataKey;
  vi.spyOn(world.assembly.keys, 'generateDataKey').mockImplementation(async (use, request) => {
    const made = await generate(use, request);
    secrets.push(Buffer.from(made.plaintext.open()));
    return made;
  });
  const { RecoveryPointArn: point } = await world.backUp();
  await world.copy(point);
  await world.kms('RotateKeyOnDemand', { KeyId: world.keys.near });
  await world.kms('DisableKey', { KeyId: world.keys.far });
  const failed = await world.copy(point);
  expect(failed.State).toBe('FAILED');
  const { records, sealer } = world.assembly;
  for (const row of await records.read((db) => db.selectFrom('kms_key_material').selectAll().execute())) {
    secrets.push(withMaterial({ sealer }, row, (material) => Buffer.from(material.open())));
  }
  // Two data keys, two keys of customers, one of them in two versions, and what is AWS's.
  expect(secrets.length).toBeGreaterThanOrEqual(7);
  await world.stop();
  const files = (readdirSync(world.data, { recursive: true }) as string[])
    .map((name) => path.join(world.data, name))
    .filter((name) => statSync(name).isFile());
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const secret of secrets) {
      const forms = [secret, secret.toString('hex'), secret.toString('base64'), secret.toString('base64url')];
      expect({ file, found: forms.some((form) => bytes.includes(form)) }).toEqual({ file, found: false });
    }
  }
});
