import { CALLS_AT_ONCE } from '../limits.ts';
import type { Door, Gap, LiveSource } from '../sources.ts';
import { type OpenDoor, openDoor, type Surroundings } from './doors.ts';
import { listed } from './live-calls.ts';
import { openQueue } from './queue.ts';

/** Doors to all active accounts of the organization that have none yet, by a role of one name in each. Accounts that it does not open are gaps. */
export async function openMemberDoors(
  live: LiveSource & { readonly memberRole: string },
  opened: readonly { readonly door: Door; readonly open: OpenDoor }[],
  { addGap, ...surroundings }: Surroundings & { readonly addGap: (gap: Gap) => void },
): Promise<readonly OpenDoor[]> {
  const leader = opened.find(({ door }) => door.name === 'management') ?? opened[0];
  if (leader === undefined) return [];
  const { door, open } = leader;
  const accounts = await open.askAll('organizations:ListAccounts', open.homeRegion, {}, ({ Accounts, NextToken }) => ({
    items: Accounts,
    next: listed(NextToken),
  }));
  if (accounts.kind !== 'answered') {
    addGap({ what: 'accounts of the organization', grant: 'organizations:ListAccounts' });
    return [];
  }
  const known = new Set(opened.map(({ open: each }) => each.account));
  const wanted = accounts.value.filter(({ Id, Status }) => Id !== undefined && Status === 'ACTIVE' && !known.has(Id));
  // A line of its own: while a door opens it makes calls, and these must not wait for it.
  const opening = openQueue(CALLS_AT_ONCE);
  const partition = open.callerArn.split(':')[1] ?? 'aws';
  const doors = await Promise.all(
    wanted.map(async ({ Id: account = '' }) => {
      const role = `arn:${partition}:iam::${account}:role/${live.memberRole}`;
      const member: Door = { ...door, assumeRoles: [...(door.assumeRoles ?? []), role] };
      try {
        return await opening(() => openDoor(member, live, surroundings));
      } catch {
        // Said in the report: one account that lets nobody in must not hide the others.
        addGap({ what: `account ${account}, whose role ${live.memberRole} lets nobody in`, grant: 'sts:AssumeRole' });
        return undefined;
      }
    }),
  );
  return doors.filter((each) => each !== undefined);
}
