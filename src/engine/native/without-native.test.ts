import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { machineClock, noise, testDomain } from '../engine.testkit.ts';
import { openEngine } from '../open-engine.ts';

// A Node without node:ffi.
vi.mock('../../storage/native/load-ffi.ts', () => ({ loadFfi: () => undefined }));

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-plain-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

test('without native functions everything works the same', async () => {
  expect(chosenAead().name).toBe('node:crypto');
  const engine = openEngine({ clock: machineClock, threads: 0 });
  const [one, other] = [testDomain('one'), testDomain('other')];
  const image = Buffer.concat([noise('plain', 1_200_000), Buffer.alloc(1_000_000, 'text ')]);
  writeFileSync(join(scratch, 'image'), image);
  const path = Buffer.from(join(scratch, 'image'));
  const resource = { nature: 'disk-image', path, sizeBytes: image.length } as const;
  await engine.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  const ids = { sourceManifestId: 'm1', destinationManifestId: 'm1' };
  await engine.copy({ source: one, destination: other, ...ids, about: {} });
  expect((await engine.verify({ domain: other, manifestId: 'm1' })).illnesses).toEqual([]);
  const restored = join(scratch, 'restored');
  const target = { nature: 'disk-image', path: Buffer.from(restored) } as const;
  await engine.restore({ domain: other, manifestId: 'm1', target });
  expect(readFileSync(restored).equals(image)).toBe(true);
});
