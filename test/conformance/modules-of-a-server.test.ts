import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startServerProcess } from './running-server.ts';

/** Writes down, when the process is told to end, what of AWS's SDK it has loaded. */
const witness = (file: string): string => `
  const { writeFileSync } = require('node:fs');
  const { isMainThread } = require('node:worker_threads');
  if (isMainThread) process.on('SIGTERM', () => {
    const loaded = Object.keys(require.cache).filter((name) => name.includes('@aws-sdk'));
    writeFileSync(${JSON.stringify(file)}, JSON.stringify(loaded));
  });
`;

test('a server on disks holds none of the AWS clients of other commands', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'crossvault-modules-'));
  const [hook, told] = [path.join(folder, 'witness.cjs'), path.join(folder, 'loaded.json')];
  writeFileSync(hook, witness(told));
  const before = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = `--require ${hook}`;
  try {
    const server = await startServerProcess({ flags: ['--dev'] });
    await server.stop();
    expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
});
