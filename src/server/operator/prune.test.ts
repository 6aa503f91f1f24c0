import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnDomain } from '../../jobs/prune-vaults.ts';
import { openDirectoryReader } from '../../resources/directory-reader.ts';
import { vaultDomain } from '../../storage/records/vaults.ts';
import { type Assembly, assemble } from '../assemble.ts';
import { testConfig } from '../testing/test-config.ts';
import { operatorApi } from './operator-api.ts';

const vaultArn = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:unencrypted';
let folder: string;
let assembly: Assembly;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-prune-route-'));
  assembly = await assemble(testConfig(path.join(folder, 'data'), { clock: 'real', sourceRoots: [folder] }));
});

afterAll(async () => {
  await assembly.close();
  rmSync(folder, { recursive: true, force: true });
});

async function prune(body: unknown) {
  const request = new Request('http://127.0.0.1:4577/_crossvault/prune', {
    method: 'POST',
    headers: { host: '127.0.0.1:4577', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const response = await operatorApi(assembly).fetch(request);
  return { status: response.status, answer: await response.json() };
}

test('prune frees what no recovery point on record names, and keeps what a job may be about to record', async () => {
  const { jobContext, records, random } = assembly;
  const domain = await records.write((db) =>
    vaultDomain(db, { vaultArn, keyArn: '', storageClass: 'WARM' }, { random, now: 0 }),
  );
  expect(await prune({})).toEqual({
    status: 200,
    answer: { domains: [{ domainId: domain.id, vaultArn, storageClass: 'WARM' }] },
  });
  const source = path.join(folder, 'source');
  mkdirSync(source);
  writeFileSync(path.join(source, 'file'), 'some bytes');
  const { domain: open } = await openOwnDomain(jobContext, domain);
  const resource = await openDirectoryReader(source);
  await jobContext.engine.backup({ domain: open, resource, manifestId: 'nobody-s', about: {} });
  const waits = { condemnedManifests: 1, deletedManifests: 0 };
  expect((await prune({})).answer).toMatchObject({ domains: [{ report: waits }] });
  const freed = { condemnedManifests: 0, deletedManifests: 1, keptManifests: 0, keptBytes: 0 };
  expect((await prune({ graceHours: 0 })).answer).toMatchObject({ domains: [{ report: freed }] });
});

test('hours that are none are refused', async () => {
  for (const graceHours of [-1, 'x', null, 1e9]) expect(await prune({ graceHours })).toMatchObject({ status: 400 });
});
