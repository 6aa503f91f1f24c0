import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, lchownSync, openSync, readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TwoVaults } from './testing/two-vaults.ts';

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

/** Writes to a file without a pause, from a process of its own. */
const RESTLESS = `
  const fs = require('node:fs');
  const file = fs.openSync(process.argv[1], 'r+');
  process.stdout.write('begun');
  for (;;) fs.writeSync(file, 'restless', Math.floor(Math.random() * 2e6));
`;

/** So long that whoever reads it meets the writer, however busy the machine is; of one piece, so that it costs little. */
function makeLong(file: string): void {
  const piece = randomBytes(1_000_000);
  const descriptor = openSync(file, 'w');
  for (let at = 0; at < 400; at += 1) writeSync(descriptor, piece);
  closeSync(descriptor);
}

test('a file that never rests while it is read is told in the words of a job with issues, and the rest is there', async () => {
  makeLong(path.join(world.source, 'large'));
  const writer = spawn(process.execPath, ['-e', RESTLESS, path.join(world.source, 'large')]);
  await new Promise((resolve) => writer.stdout.once('data', resolve));
  try {
    const job = await world.backUp();
    expect(job).toMatchObject({
      State: 'COMPLETED',
      StatusMessage: expect.stringMatching(/^Backup job completed with issues: large \(it changed while it was read/),
    });
    expect(job.MessageCategory).not.toBe('SUCCESS');
    const restored = await world.restore(job.RecoveryPointArn, { itemsToRestore: '["/below"]' });
    expect(restored).toMatchObject({ State: 'COMPLETED' });
  } finally {
    writer.kill('SIGKILL');
  }
});

/** Runs `body` as somebody who may not read everything: root may. */
async function asNobody<Result>(body: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return await body();
  const nobody = 65_534;
  for (const name of ['', ...readdirSync(world.folder, { recursive: true, encoding: 'utf8' })])
    lchownSync(path.join(world.folder, name), nobody, nobody);
  process.seteuid?.(nobody);
  try {
    return await body();
  } finally {
    process.seteuid?.(0);
  }
}

test('a file that may not be read is told with what the system said', async () => {
  // What a backup needs is loaded by root: in a clone that is root's alone, nobody may not.
  expect(await world.backUp()).toMatchObject({ State: 'COMPLETED' });
  chmodSync(path.join(world.source, 'large'), 0);
  expect(await asNobody(() => world.backUp())).toMatchObject({
    State: 'COMPLETED',
    StatusMessage: 'Backup job completed with issues: large (it could not be read: EACCES)',
  });
});
