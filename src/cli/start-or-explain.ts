import type { Assembly } from '../server/assemble.ts';
import type { ServerConfig } from '../server/config.ts';
import type { RunningServer } from '../server/start-server.ts';
import { printS3Place, type S3Place } from '../storage/blobs/s3/s3-place.ts';
import { StorageError } from '../storage/storage-error.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { explainBlobs, explainElsewhere } from './explain-blobs.ts';

/** Starts a server; what stands in its way becomes one sentence with the way out. */
export async function startOrExplain(config: ServerConfig): Promise<RunningServer> {
  const { startServer } = await import('../server/start-server.ts');
  try {
    return await startServer(config);
  } catch (error) {
    throw explain(error, config) ?? error;
  }
}

interface WhereItIs {
  readonly dataDirectory: string;
  readonly blobs?: S3Place | undefined;
}

const recoverCall = ({ dataDirectory, blobs }: WhereItIs): string =>
  `crossvault recover --data ${dataDirectory}${blobs === undefined ? '' : ` --blobs ${printS3Place(blobs)}…`}`;

/** What to do with records that somebody has put back from before. */
export const recordsOlder = ({ dataDirectory, blobs }: WhereItIs): string =>
  `The records in ${dataDirectory} (records.sqlite) are older than the copy of the records among its vaults: recovery points and keys that came since are not in them. Bring back the newer ones; or move records.sqlite, records.sqlite-wal and records.sqlite-shm away and have them made anew: ${recoverCall({ dataDirectory, blobs })}`;

/** The same for commands that need no listener. */
export async function assembleOrExplain(config: ServerConfig): Promise<Assembly> {
  const { assemble } = await import('../server/assemble.ts');
  try {
    return await assemble(config);
  } catch (error) {
    throw explain(error, config) ?? error;
  }
}

function explain(error: unknown, config: ServerConfig): CommandError | undefined {
  const { dataDirectory, host, port, blobs } = config;
  const because = (message: string): CommandError => new CommandError(EXIT.missing, message, { cause: error });
  const ofBucket = error instanceof StorageError && blobs !== undefined ? explainBlobs(error, blobs) : undefined;
  if (ofBucket !== undefined) return because(ofBucket);
  if (error instanceof StorageError && error.kind === 'blobs-elsewhere')
    return because(explainElsewhere(error, dataDirectory, blobs));
  if (error instanceof StorageError && error.kind === 'in-use') {
    return because(
      `${dataDirectory} is in use by another crossvault server. Stop that one, or name another directory with --data.`,
    );
  }
  if (error instanceof StorageError && error.kind === 'records-lost') {
    return because(
      `${blobs === undefined ? dataDirectory : printS3Place(blobs)} has vaults, but ${blobs === undefined ? 'not' : `${dataDirectory} has not`} the records that belong to them (records.sqlite). Bring that file back, or have the records made anew: ${recoverCall(config)}`,
    );
  }
  if (error instanceof StorageError && error.kind === 'records-older') return because(recordsOlder(config));
  if (error instanceof StorageError && error.kind === 'protected') {
    return because(
      `${dataDirectory} has been served by the real clock, and a vault lock in compliance mode or a legal hold protects recovery points in it: a manual clock could be moved past the dates until which they are kept. Serve it without --clock manual, or name another directory with --data.`,
    );
  }
  if (error instanceof StorageError)
    return because(`The data directory ${dataDirectory} cannot be used: ${error.message}`);
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return because(
      `${host}:${port} is taken by another program. Choose another address with --listen ${host}:0 (0: any free port).`,
    );
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return because(`${host}:${port} cannot be listened on: ${message}`);
  if (name === 'SecretsError') return because(message);
  return undefined;
}
