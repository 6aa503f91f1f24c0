import { Hono } from 'hono';
import type { Assembly } from '../assemble.ts';
import { OperatorError } from './operator-error.ts';

/** `POST reset`: an empty server, for tests. Dev mode only. */
export function resetRoutes(assembly: Assembly): Hono {
  return new Hono().post('/', async (context) => {
    if (!assembly.config.isDev) throw new OperatorError(409, 'not-dev', 'Only a server in dev mode can be emptied.');
    await assembly.reset();
    return context.json({ status: 'empty' });
  });
}
