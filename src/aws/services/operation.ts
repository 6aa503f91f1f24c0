import type { Logger } from 'pino';
import type { Access } from '../../access/access.ts';
import type { KeyService } from '../../keys/key-service.ts';
import type { Sealer } from '../../secrets/sealer.ts';
import type { Records } from '../../storage/records/records.ts';
import type { Clock } from '../../util/clock.ts';
import type { Random } from '../../util/random.ts';
import type { Call } from '../wire/call.ts';

/** What every operation may use. */
export interface Services {
  readonly records: Records;
  readonly keys: KeyService;
  readonly access: Access;
  /** For the secrets that IAM and STS hand out: access keys and sessions rest sealed. */
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** The machine's time, for waits that must end although a manual clock stands still. */
  readonly machineClock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** Tells the runner that there is new work, after the transaction that enqueued it has committed. */
  readonly wakeJobs: () => void;
  /** The date of the feature matrix: milliseconds, or nothing for the newest. */
  readonly asOf: number | undefined;
  /** Dev mode lets unknown accounts come into being. */
  readonly isDev: boolean;
}

export type { Call };

/** Members that the model calls required are there: the wire has refused the request otherwise. */
export type Validated<Shape> = {
  // biome-ignore lint/complexity/noBannedTypes: the empty object is what tells an optional member
  [Member in keyof Shape]: {} extends Pick<Shape, Member> ? Shape[Member] : Exclude<Shape[Member], undefined>;
};

/** One operation: shapes are AWS's, in PascalCase, and stop here. Times are `Date`, blobs `Uint8Array`. */
export type Operation<Input, Output> = (services: Services, input: Validated<Input>, call: Call) => Promise<Output>;

// The table's members take any shape: the wire decodes by the generated schema of the same name.
// biome-ignore lint/suspicious/noExplicitAny: each handler keeps its own precise type
export type OperationTable = Readonly<Record<string, Operation<any, any>>>;
