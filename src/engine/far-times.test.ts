import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { linkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { LATEST_NS } from '../resources/file-identity.ts';
import { scratch } from '../resources/scratch.testkit.ts';
import { machineClock, noise, testDomain } from './engine.testkit.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());

const timeOf = (file: string): bigint => statSync(file, { bigint: true }).mtimeNs;

test('a time that no manifest can hold is told, kept as the nearest, and makes no file look changed', async () => {
  const source = scratch();
  const files = ['large', 'linked', 'linked-again', 'small'];
  writeFileSync(join(source, 'large'), noise('large', 9_000_000));
  writeFileSync(join(source, 'linked'), 'x');
  linkSync(join(source, 'linked'), join(source, 'linked-again'));
  writeFileSync(join(source, 'small'), 'y');
  execFileSync('touch', ['-d', '2300-01-01 00:00:00.5 UTC', ...files.map((file) => join(source, file))]);
  expect(timeOf(join(source, 'small'))).toBeGreaterThan(LATEST_NS);

  const domain = testDomain();
  const backUp = async (days: { manifestId: string; previousManifestId?: string }) =>
    engine.backup({ domain, resource: await openDirectoryReader(source), about: {}, ...days });
  const first = await backUp({ manifestId: 'm1' });
  expect(first.readBytes).toBe(9_000_002);
  expect(first.troubles.map(({ kind, path }) => `${kind} ${path}`)).toEqual(
    files.map((file) => `not-supported ${file}`),
  );
  const second = await backUp({ manifestId: 'm2', previousManifestId: 'm1' });
  expect(second).toMatchObject({ readBytes: 0, troubleCount: files.length });

  const target = join(scratch(), 'target');
  await engine.restore({ domain, manifestId: 'm2', target: { nature: 'directory', root: Buffer.from(target) } });
  for (const file of files) expect(timeOf(join(target, file))).toBe(LATEST_NS);
});
