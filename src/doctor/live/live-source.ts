import type { Clock } from '../../util/clock.ts';
import type { FactSource } from '../fact-source.ts';
import { CALLS_AT_ONCE } from '../limits.ts';
import type { Gap, LiveSource } from '../sources.ts';
import { type OpenDoor, openDoor } from './doors.ts';
import { openMemberDoors } from './member-doors.ts';
import { findOwnServer } from './own-server.ts';
import { openQueue } from './queue.ts';
import { readKey } from './read-key.ts';
import { readAccount } from './read-organization.ts';
import { readPlace } from './read-place.ts';
import { readPoint } from './read-point.ts';
import { readRole } from './read-role.ts';
import { readVault } from './read-vault.ts';
import type { Reader } from './reader.ts';

/** Open accounts as a source of facts. Each thing is read once. */
export interface OpenLiveSource extends FactSource {
  readonly reader: Reader;
  /** Accounts that could not be entered. */
  readonly gaps: readonly Gap[];
  close(): void;
}

/** Opens all doors at once. Throws SourceError where one of them opens nothing. */
export async function openLiveSource(live: LiveSource, clock: Clock): Promise<OpenLiveSource> {
  const surroundings = { queue: openQueue(CALLS_AT_ONCE), clock };
  const { endpointUrl } = live;
  const [ownServer, ...opened] = await Promise.all([
    endpointUrl === undefined ? undefined : findOwnServer(endpointUrl),
    ...live.doors.map((door) => openDoor(door, live, surroundings)),
  ]);
  const gaps: Gap[] = [];
  const { memberRole } = live;
  const members =
    memberRole === undefined
      ? []
      : await openMemberDoors(
          { ...live, memberRole },
          live.doors.map((door, index) => ({ door, open: opened[index]! })),
          { ...surroundings, addGap: (gap) => gaps.push(gap) },
        );
  const doors = [...opened, ...members];
  const reader: Reader = { doors: onePerAccount(doors), ownServer };
  return {
    reader,
    gaps,
    account: once((id) => readAccount(reader, id)),
    place: once((place) => readPlace(reader, place)),
    role: once((arn) => readRole(reader, arn)),
    vault: once((arn) => readVault(reader, arn)),
    key: once((arn) => readKey(reader, arn)),
    point: once((point) => readPoint(reader, point)),
    close() {
      for (const door of doors) door.close();
    },
  };
}

/** Two profiles may open one account: the first is used. */
const onePerAccount = (doors: readonly OpenDoor[]): readonly OpenDoor[] => [
  ...new Map(doors.toReversed().map((door) => [door.account, door])).values(),
];

function once<Name, Thing>(read: (name: Name) => Promise<Thing>): (name: Name) => Promise<Thing> {
  const known = new Map<string, Promise<Thing>>();
  return (name) => {
    const key = JSON.stringify(name);
    const answer = known.get(key) ?? read(name);
    known.set(key, answer);
    return answer;
  };
}
