import type { Unknown } from '../../decision/facts.ts';
import { unknownFor } from '../../decision/facts.ts';
import type { CallName } from './call-table.ts';
import type { OpenDoor } from './doors.ts';
import type { OwnServer } from './own-server.ts';

/** What the readers of single things share. */
export interface Reader {
  /** One for each account that can be entered. */
  readonly doors: readonly OpenDoor[];
  /** Set where the endpoint is a Crossvault server, which has no EC2, RDS or Account Management. */
  readonly ownServer: OwnServer | undefined;
}

export const doorOf = ({ doors }: Reader, account: string): OpenDoor | undefined =>
  doors.find((door) => door.account === account);

/** For an account that no profile opens: the call that would have told. */
export const noDoor = (name: CallName): Unknown => unknownFor(name);
