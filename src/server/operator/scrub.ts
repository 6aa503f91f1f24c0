import { Hono } from 'hono';
import { countScrubs, illScrubs, nextScrubs } from '../../storage/records/scrubs.ts';
import type { Assembly } from '../assemble.ts';
import { ILL_POINTS_SHOWN } from '../limits.ts';

/**
 * `GET scrub` tells how far the background verify is and which recovery points it found ill; `POST scrub` begins one of all points now, unless one
 * runs. Its interval and rate are limits: `PUT limits {"scrubEvery": "P7D", "verifyBytesPerSecond": …}`.
 */
export function scrubRoutes({ records, scrubber }: Assembly): Hono {
  const show = async () => {
    const { counts, oldest, ill } = await records.read(async (db) => ({
      counts: await countScrubs(db),
      oldest: (await nextScrubs(db, 1)).at(0)?.unreadSince,
      ill: await illScrubs(db, ILL_POINTS_SHOWN),
    }));
    return {
      isRunning: scrubber.isRunning,
      reading: scrubber.reading ?? null,
      ...counts,
      oldestUnreadSince: oldest === undefined ? null : toDate(oldest),
      illPoints: ill.map(({ recovery_point_arn, verified_at, illness_count, illnesses }) => ({
        recoveryPointArn: recovery_point_arn,
        verifiedAt: toDate(verified_at),
        illnessCount: illness_count,
        illnesses: JSON.parse(illnesses) as unknown,
      })),
    };
  };
  return new Hono()
    .get('/', async (context) => context.json(await show()))
    .post('/', async (context) => {
      scrubber.start();
      return context.json(await show(), 202);
    });
}

const toDate = (ms: number): string => new Date(ms).toISOString();
