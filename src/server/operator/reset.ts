import { Hono } from 'hono';
import { isAnythingProtected, wasServedInEarnest } from '../../storage/records/protected-points.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError } from './operator-error.ts';

/** `POST reset`: an empty server, for tests. Dev mode only, and never where records that were served in earnest protect recovery points. */
export function resetRoutes(assembly: Assembly): Hono {
  return new Hono().post('/', async (context) => {
    if (!assembly.config.isDev) throw new OperatorError(409, 'not-dev', 'Only a server in dev mode can be emptied.');
    const { records, clock, log } = assembly;
    const isRefused = await records.read(
      async (db) => (await wasServedInEarnest(db)) && (await isAnythingProtected(db, clock.now())),
    );
    if (isRefused) {
      log.warn({ deed: 'reset' }, 'refused: it is protected');
      throw new OperatorError(
        409,
        'protected',
        'This data directory has been served without --dev, and a vault lock in compliance mode or a legal hold protects recovery points in it. It is not emptied; for tests, serve another directory with --data.',
      );
    }
    await assembly.reset();
    return context.json({ status: 'empty' });
  });
}
