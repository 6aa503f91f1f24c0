import type { KmsKeysTable } from '../storage/records/schema.ts';

/** Of a multi-Region key. */
export const multiRegionTypeOf = ({ region, primary_region }: KmsKeysTable): 'PRIMARY' | 'REPLICA' =>
  region === primary_region ? 'PRIMARY' : 'REPLICA';

/** Whether a key may be replicated, and may hand its place over. */
export const isPrimary = (key: KmsKeysTable): boolean =>
  key.is_multi_region === 1 && multiRegionTypeOf(key) === 'PRIMARY';
