import type { Fact, KeyFacts, PointFacts, VaultFacts } from '../decision/facts.ts';
import type { AccountRecord, Answer, FactSource, Place, PlaceRecord } from './fact-source.ts';
import type { RoleAdditions } from './overlay.ts';

export type Told<Thing> = Record<string, Fact<Partial<Thing> | null>>;

/** What is known of a number of accounts, each thing once: by id, `ACCOUNT/REGION`, or ARN. */
export interface Estate {
  readonly accounts: Told<AccountRecord>;
  readonly places: Told<PlaceRecord>;
  readonly roles: Told<RoleAdditions>;
  readonly vaults: Told<VaultFacts>;
  readonly keys: Told<KeyFacts>;
  readonly points: Told<PointFacts>;
}

// Names come from documents: without a prototype, "constructor" names nothing that is not there.
const table = <Thing>(): Told<Thing> => Object.create(null) as Told<Thing>;

export const emptyEstate = (): Estate => ({
  accounts: table(),
  places: table(),
  roles: table(),
  vaults: table(),
  keys: table(),
  points: table(),
});

export const placeKey = ({ account, region }: Place): string => `${account}/${region}`;

/** An estate as a source of facts. */
export function estateSource(estate: Estate): FactSource {
  return {
    account: (id) => told(estate.accounts[id]),
    place: (place) => told(estate.places[placeKey(place)]),
    role: (arn) => told(estate.roles[arn]),
    vault: (arn) => told(estate.vaults[arn]),
    key: (arn) => told(estate.keys[arn]),
    point: ({ arn }) => told(estate.points[arn]),
  };
}

const told = <Thing>(fact: Answer<Thing>): Promise<Answer<Thing>> => Promise.resolve(fact);

/** A source whose every answer is kept in an estate, for a file. */
export function recorded(source: FactSource, estate: Estate): FactSource {
  const keep = async <Thing>(
    into: Told<Thing>,
    name: string,
    answer: Promise<Answer<Thing>>,
  ): Promise<Answer<Thing>> => {
    const known = await answer;
    if (known !== undefined) into[name] = known;
    return known;
  };
  return {
    account: (id) => keep(estate.accounts, id, source.account(id)),
    place: (place) => keep(estate.places, placeKey(place), source.place(place)),
    role: (arn) => keep(estate.roles, arn, source.role(arn)),
    vault: (arn) => keep(estate.vaults, arn, source.vault(arn)),
    key: (arn) => keep(estate.keys, arn, source.key(arn)),
    point: (point) => keep(estate.points, point.arn, source.point(point)),
  };
}
