import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServerEvent } from '../event-bus.ts';
import { TwoVaults } from '../testing/two-vaults.ts';

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

const DAY = 86_400_000;

async function damage(name: string): Promise<void> {
  const file = path.join(world.data, 'blobs', name);
  const bytes = readFileSync(file);
  bytes[100]! ^= 1;
  rmSync(file);
  writeFileSync(file, bytes);
}

test('each point is read once in the interval, and what is ill is told in every way', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const copy = await world.copy(point);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ points: 2, verified: 0, ill: 0 });
  await world.operator('PUT', 'limits', { scrubEvery: 'P7D' });
  await world.assembly.time.advance(6 * DAY);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ verified: 0 });
  await world.assembly.time.advance(1 * DAY);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ verified: 2, ill: 0, illPoints: [] });

  const told: ServerEvent[] = [];
  world.assembly.events.subscribe((event) => told.push(event));
  const { domain_id: domain } = await world.assembly.records.read((db) =>
    db
      .selectFrom('recovery_points')
      .select('domain_id')
      .where('arn', '=', copy.DestinationRecoveryPointArn)
      .executeTakeFirstOrThrow(),
  );
  const [pack = ''] = await world.blobs(new RegExp(`/${domain}/packs/`));
  await damage(pack);
  await world.assembly.time.advance(6 * DAY);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ ill: 0 });
  await world.assembly.time.advance(1 * DAY);
  const { answer } = await world.operator('GET', 'scrub');
  expect(answer).toMatchObject({ ill: 1, illPoints: [{ recoveryPointArn: copy.DestinationRecoveryPointArn }] });
  expect(JSON.stringify(answer.illPoints)).toContain(pack.split('/').at(-1));
  const scrubs = told.filter(({ type }) => type === 'scrub').map(({ detail }) => detail);
  expect(scrubs).toHaveLength(2);
  expect(scrubs.find((detail) => detail['illnesses'] !== 0)?.['firstIllness']).toMatch(/^(chunk|pack)-corrupt /);
  expect(await world.assembly.metrics.print()).toContain('crossvault_ill_points 1\n');
  expect(await world.assembly.metrics.print()).toContain('crossvault_scrubbed_points_total 4');
  // The next copy makes good what was found.
  await world.copy(point);
  await world.operator('POST', 'scrub');
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ points: 3, verified: 3, ill: 0 });
});

test('a point whose key is disabled cannot be restored, which is a finding; enabled, it is sound again', async () => {
  await world.backUp();
  await world.kms('DisableKey', { KeyId: world.keys.near });
  world.assembly.scrubber.start();
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({
    ill: 1,
    illPoints: [{ illnesses: [{ kind: 'key-unavailable', where: expect.stringContaining('is disabled') }] }],
  });
  await world.kms('EnableKey', { KeyId: world.keys.near });
  expect((await world.operator('POST', 'scrub')).status).toBe(202);
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ verified: 1, ill: 0 });
});

test('a scrub that is stopped keeps what it has read, and nothing of deleted points is kept', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  await world.operator('POST', 'scrub');
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  await world.stop();
  await world.start();
  expect((await world.operator('GET', 'scrub')).answer).toMatchObject({ points: 1, verified: 1 });
  await world.backup('DeleteRecoveryPoint', { BackupVaultName: 'near', RecoveryPointArn: point });
  appendFileSync(path.join(world.source, 'large'), 'more');
  await world.backUp();
  await world.operator('POST', 'scrub');
  await vi.waitFor(() => expect(world.assembly.scrubber.isRunning).toBe(false), 30_000);
  const kept = await world.assembly.records.read((db) => db.selectFrom('scrubs').selectAll().execute());
  expect(kept).toHaveLength(1);
  expect(kept[0]?.recovery_point_arn).not.toBe(point);
});
