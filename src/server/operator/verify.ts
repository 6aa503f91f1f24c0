import { Hono } from 'hono';
import { verifyPoint } from '../../jobs/verify-point.ts';
import { ServiceError } from '../../messages/service-error.ts';
import type { Assembly } from '../assemble.ts';
import { systemClock } from '../clocks.ts';
import { OperatorError, readObject } from './operator-error.ts';

/** `POST verify {"recoveryPointArn": …}`: reads every byte of a recovery point and compares; the answer lists what is ill. */
export function verifyRoutes({ jobContext }: Assembly): Hono {
  return new Hono().post('/', async (context) => {
    const { recoveryPointArn } = await readObject(context.req);
    if (typeof recoveryPointArn !== 'string')
      throw new OperatorError(400, 'recoveryPointArn-missing', '"recoveryPointArn" must name a recovery point.');
    const begun = systemClock.now();
    try {
      const report = await verifyPoint(jobContext, recoveryPointArn);
      if (report === undefined)
        throw new OperatorError(404, 'recovery-point-not-found', `There is no recovery point ${recoveryPointArn}.`);
      return context.json({ ...report, seconds: (systemClock.now() - begun) / 1000 });
    } catch (error) {
      const refusal = error instanceof ServiceError ? error : (error as Error).cause;
      if (refusal instanceof ServiceError)
        throw new OperatorError(
          409,
          'key-refused',
          `The key of this recovery point cannot be used: ${refusal.message}`,
        );
      throw error;
    }
  });
}
