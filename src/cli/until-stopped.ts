import type { Assembly } from '../server/assemble.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

/** The same; and returns what to say at the end where another server has taken the bucket of this one. */
export async function untilStoppedOrLost({
  lostBlobs,
}: Pick<Assembly, 'lostBlobs'>): Promise<CommandError | undefined> {
  const lost = await Promise.race([lostBlobs, untilStopped()]);
  if (lost === undefined) return undefined;
  const { place, host, directory } = lost.facts;
  const message = `${place} has been taken by a crossvault server on ${host} (${directory}), since this one was silent for too long. It has stopped.`;
  return new CommandError(EXIT.missing, message, { cause: lost });
}
