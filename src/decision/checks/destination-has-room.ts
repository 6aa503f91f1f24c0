import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import type { LoadFacts } from '../facts.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** AWS Backup quotas page: recovery points in a vault; copies at once into a Region of an account. */
const POINTS_MAX = 1_000_000;
const COPIES_MAX = 100;

/** Where a number comes so near to its quota, the next nights will meet it. */
const NEARLY = 0.95;

/** The destination is not at a quota that copies run into. */
export const destinationHasRoom: Check = {
  id: 'destination-has-room',
  gate: 'destination-account',
  severity: 'will-block',
  sources: [
    'FM-QTA-1',
    'FM-QTA-2',
    'FM-TYP-10',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  ],
  judge(facts) {
    const { load, account } = facts.destination;
    if (load === undefined) return notApplicable('nobody looked at the quotas');
    if (isUnknown(load)) return unknown(load);
    const isRds = knownOf(facts.source.point)?.resourceType === 'RDS';
    const full = numbersOf(load, { isRds }).filter(({ is, of }) => is >= of * NEARLY);
    if (full.length === 0) {
      const { point } = facts.source;
      const wouldBeFull = numbersOf(load, { isRds: true }).some(({ is, of }) => is >= of * NEARLY);
      return isUnknown(point) && wouldBeFull ? unknown(point) : met();
    }
    return found({
      actor: atDestination(facts),
      evidence: full.map(({ name, is, of }) => ({
        origin: `account ${account}`,
        place: name,
        quote: `${is} of ${of}`,
      })),
      mends: [smallest(atDestination(facts), text('mend.destination-has-room'))],
    });
  },
};

function numbersOf({ runningCopies, points, rdsSnapshots, rdsSnapshotsMax }: LoadFacts, { isRds }: { isRds: boolean }) {
  const snapshots = isRds ? rdsSnapshots : undefined;
  return [
    { name: 'copy jobs under way', is: runningCopies ?? 0, of: COPIES_MAX },
    { name: 'recovery points in the vault', is: points ?? 0, of: POINTS_MAX },
    { name: 'manual RDS snapshots', is: snapshots ?? 0, of: rdsSnapshotsMax ?? Infinity },
  ];
}
