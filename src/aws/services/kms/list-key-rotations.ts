import type { ListKeyRotationsRequest, ListKeyRotationsResponse, RotationsListEntry } from '@aws-sdk/client-kms';
import { materialIdOf } from '../../../keys/key-material.ts';
import { dueMaterial } from '../../../keys/rotation.ts';
import * as kms from '../../../messages/kms.ts';
import { listMaterial } from '../../../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../../../storage/records/schema.ts';
import type { Operation } from '../operation.ts';
import { openOwnKey } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

/** What has been rotated, the oldest first; with ALL_KEY_MATERIAL also the first material and the state of each. */
export const listKeyRotations: Operation<ListKeyRotationsRequest, ListKeyRotationsResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openOwnKey(services, call, { keyId: input.KeyId, action: 'kms:ListKeyRotations' });
  if (key.spec !== 'SYMMETRIC_DEFAULT') throw kms.rotationUnfit();
  if (key.has_material === 1) await dueMaterial(services, key);
  const all = await services.records.read((db) => listMaterial(db, key.id));
  const isAll = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL';
  const wanted = isAll ? all : all.filter(({ rotation_type }) => rotation_type !== null);
  const { items, more } = toPage(wanted, input, {
    list: 'ListKeyRotations',
    keyOf: ({ version }) => String(version).padStart(6, '0'),
    size: PAGE_SIZES.rotations,
  });
  const newest = all.at(-1)?.version;
  const Rotations = items.map((row) => ({
    ...toEntry(row),
    ...(isAll ? toState(key, row, row.version === newest) : {}),
  }));
  return { Rotations, ...more };
};

const toEntry = ({ key_id, version, rotation_type, created_at }: KmsKeyMaterialTable): RotationsListEntry => ({
  KeyId: key_id,
  KeyMaterialId: materialIdOf({ keyId: key_id, version }),
  ...(rotation_type === null
    ? {}
    : {
        RotationDate: new Date(created_at),
        RotationType: rotation_type as NonNullable<RotationsListEntry['RotationType']>,
      }),
});

function toState(key: KmsKeysTable, { fingerprint }: KmsKeyMaterialTable, isNewest: boolean): RotationsListEntry {
  const isImported = fingerprint !== null;
  return {
    KeyMaterialState: isNewest ? 'CURRENT' : 'NON_CURRENT',
    ...(isImported ? { ImportState: key.state === 'PendingImport' ? 'PENDING_IMPORT' : 'IMPORTED' } : {}),
  };
}
