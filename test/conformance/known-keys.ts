import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { VAULT_CONTEXT_KEY } from '../../src/decision/key-uses.ts';
import { deriveKey, type KeyPurpose } from '../../src/engine/crypto/derive-key.ts';
import { decodeHead, openIdKey } from '../../src/engine/format/head.ts';
import { openCiphertext, readCiphertextName } from '../../src/keys/ciphertext.ts';
import { toCanonicalBytes } from '../../src/keys/encryption-context.ts';
import { openSealer } from '../../src/secrets/open-sealer.ts';
import { SecretBytes } from '../../src/secrets/secret-bytes.ts';

const SALT = { from: 26, to: 42 };

/** Every key of a data directory by a name for people, as whoever has its root key can make them out: of CMKs, domains, packs, segments and manifests. */
export function knownKeys(data: string): Map<string, Buffer> {
  const root = Buffer.from(readFileSync(path.join(data, 'keys', 'root'), 'latin1'), 'base64');
  const keys = new Map([['root key', Buffer.from(root)]]);
  const db = new DatabaseSync(path.join(data, 'records.sqlite'), { readOnly: true });
  const sealer = openSealer({ material: new SecretBytes(root), isGenerated: false });
  for (const row of db.prepare('select key_id, version, material_sealed from kms_key_material').all()) {
    const name = `${row['key_id']} ${row['version']}`;
    const material = sealer.open(row['material_sealed'] as Uint8Array, `kms key material ${name}`);
    keys.set(`material ${name}`, Buffer.from(material.open()));
  }
  for (const { id, vault_arn: vault } of db.prepare('select id, vault_arn from vault_domains').all())
    addKeysOfDomain(keys, data, { id: String(id), vault: String(vault) });
  db.close();
  return keys;
}

function addKeysOfDomain(keys: Map<string, Buffer>, data: string, { id, vault }: { id: string; vault: string }): void {
  const folder = path.join(data, 'blobs', vault.split(':')[3]!, id);
  const head = decodeHead(readFileSync(path.join(folder, 'head')));
  const { wrapped } = head.slots.at(-1)!;
  const { keyId, materialVersion } = readCiphertextName(wrapped);
  const material = SecretBytes.copyOf(keys.get(`material ${keyId} ${materialVersion}`)!);
  const context = toCanonicalBytes({ [VAULT_CONTEXT_KEY]: vault });
  const dataKey = openCiphertext(material, { ciphertext: wrapped, context }).open();
  keys.set(`data key of ${vault}`, Buffer.from(dataKey));
  keys.set(`id key of ${vault}`, openIdKey(head, dataKey)!);
  for (const [below, purpose] of [
    ['packs', 'pack'],
    ['index', 'index'],
    ['manifests', 'manifest'],
  ] satisfies [string, KeyPurpose][]) {
    for (const file of readdirSync(path.join(folder, below), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const salt = readFileSync(path.join(file.parentPath, file.name)).subarray(SALT.from, SALT.to);
      keys.set(`${purpose} key of ${file.name}`, Buffer.from(deriveKey(dataKey, salt, purpose)));
    }
  }
}
