import { Buffer } from 'node:buffer';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inspectSource, inspectTarget } from './inspect-source.ts';
import { openSource } from './open-source.ts';
import type { ResourceErrorKind } from './resource-error.ts';
import { scratch, unprivileged } from './scratch.testkit.ts';

/** An allowed root with a directory, an image and links; a secret beside it. */
function house(): { allowed: string; outside: string } {
  const place = scratch();
  const [allowed, outside] = [path.join(place, 'allowed'), path.join(place, 'allowed-not')];
  mkdirSync(path.join(allowed, 'data'), { recursive: true });
  mkdirSync(path.join(outside, 'secret'), { recursive: true });
  writeFileSync(path.join(allowed, 'disk.img'), 'image');
  symlinkSync('data', path.join(allowed, 'inner'));
  symlinkSync(outside, path.join(allowed, 'way-out'));
  symlinkSync('nowhere', path.join(allowed, 'dangling'));
  return { allowed, outside };
}

async function expectRefused(kind: ResourceErrorKind, inspection: Promise<unknown>): Promise<void> {
  await expect(inspection).rejects.toMatchObject({ name: 'ResourceError', kind });
}

test('a directory and an image below an allowed root are told apart', async () => {
  const { allowed } = house();
  expect(await inspectSource(`file://${allowed}/inner`, [allowed])).toEqual({
    nature: 'directory',
    path: Buffer.from(`${allowed}/data`),
  });
  expect(await inspectSource(`file://${allowed}/disk.img`, [allowed])).toMatchObject({ nature: 'disk-image' });
  expect(await inspectSource(`file://${allowed}`, [allowed])).toMatchObject({ nature: 'directory' });
  expect(await inspectSource(`file://${allowed}`, ['/'])).toMatchObject({ nature: 'directory' });
});

test('what really lies outside the allowed roots is refused, also by a link, and by a name that only begins alike', async () => {
  const { allowed, outside } = house();
  await expectRefused('source-not-allowed', inspectSource(`file://${outside}`, [allowed]));
  await expectRefused('source-not-allowed', inspectSource(`file://${allowed}/way-out/secret`, [allowed]));
  await expectRefused('source-not-allowed', inspectSource(`file://${path.dirname(allowed)}`, [allowed]));
  await expectRefused('source-not-allowed', inspectSource(`file://${allowed}/data`, []));
  await expectRefused('source-not-allowed', inspectTarget(`file://${allowed}/way-out/new`, [allowed]));
  await expectRefused('source-not-allowed', inspectTarget(`file://${outside}/new`, [allowed]));
});

test('an allowed root may itself be reached by a link', async () => {
  const { allowed, outside } = house();
  expect(await inspectSource(`file://${outside}/secret`, [path.join(allowed, 'way-out')])).toMatchObject({
    path: Buffer.from(`${outside}/secret`),
  });
});

test('a source that is not there, or is neither a directory nor an image, is refused', async () => {
  const { allowed } = house();
  await expectRefused('source-missing', inspectSource(`file://${allowed}/nothing`, [allowed]));
  await expectRefused('source-missing', inspectSource(`file://${allowed}/disk.img/x`, [allowed]));
  await expectRefused('nature-unknown', inspectSource('file:///dev/null', ['/dev']));
  await expectRefused('source-invalid', inspectSource('data', [allowed]));
});

test('a source that may not be read is refused', async () => {
  const { allowed } = house();
  chmodSync(path.join(allowed, 'data'), 0o300);
  chmodSync(path.dirname(allowed), 0o755);
  await unprivileged(path.join(allowed, 'disk.img'), async () => {
    chmodSync(path.join(allowed, 'disk.img'), 0);
    await expectRefused('source-unreadable', inspectSource(`file://${allowed}/data`, [allowed]));
    await expectRefused('source-unreadable', inspectSource(`file://${allowed}/disk.img`, [allowed]));
  });
});

test('a restore may go to an empty directory, or where nothing is yet', async () => {
  const { allowed } = house();
  for (const name of ['data', 'inner', 'new', 'new/and/deep']) {
    const { path: place } = await inspectTarget(`file://${allowed}/${name}`, [allowed]);
    expect(Buffer.from(place).toString()).toBe(path.join(allowed, name.replace('inner', 'data')));
  }
});

test('a restore does not go where something is', async () => {
  const { allowed } = house();
  writeFileSync(path.join(allowed, 'data/x'), '');
  await expectRefused('target-taken', inspectTarget(`file://${allowed}/data`, [allowed]));
  await expectRefused('target-taken', inspectTarget(`file://${allowed}/disk.img`, [allowed]));
  await expectRefused('source-missing', inspectTarget(`file://${allowed}/dangling`, [allowed]));
  await expectRefused('source-missing', inspectTarget(`file://${allowed}/dangling/deep`, [allowed]));
});

test('nothing in a closed directory is a source or a target, whatever the roots allow', async () => {
  const { allowed } = house();
  const closed = [path.join(allowed, 'data')];
  await expectRefused('source-not-allowed', inspectSource(`file://${allowed}/data`, ['/'], closed));
  await expectRefused('source-not-allowed', inspectTarget(`file://${allowed}/data/new/deep`, ['/'], closed));
  await expectRefused('source-not-allowed', openSource(`file://${allowed}/data`, { closed }));
  expect(await inspectTarget(`file://${allowed}/database`, ['/'], closed)).toHaveProperty('path');
  const tree = await openSource(`file://${allowed}`, { closed });
  if (tree.nature !== 'directory') throw new Error('a directory is read as a tree');
  expect((await tree.list([])).entries.map(({ name }) => Buffer.from(name).toString())).not.toContain('data');
});

test('an opened source reads what it names', async () => {
  const { allowed, outside } = house();
  expect(await openSource(`file://${allowed}/disk.img`)).toMatchObject({ nature: 'disk-image', sizeBytes: 5 });
  const tree = await openSource(`file://${allowed}`, {
    excluded: [path.join(allowed, 'data')],
    allowedRoots: [allowed],
  });
  if (tree.nature !== 'directory') throw new Error('a directory is read as a tree');
  expect((await tree.list([])).entries.map(({ name }) => Buffer.from(name).toString())).toEqual([
    'dangling',
    'disk.img',
    'inner',
    'way-out',
  ]);
  await expectRefused('source-not-allowed', openSource(`file://${outside}`, { allowedRoots: [allowed] }));
});
