import type { Access } from '../access/access.ts';
import type { Sealer } from '../secrets/sealer.ts';
import type { Records } from '../storage/records/records.ts';
import type { Clock } from '../util/clock.ts';
import type { Random } from '../util/random.ts';

/** What the key service is made of. */
export interface KeyParts {
  readonly records: Records;
  readonly sealer: Sealer;
  readonly access: Access;
  readonly clock: Clock;
  readonly random: Random;
}
