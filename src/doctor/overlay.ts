import { isUnknown } from '../decision/facts.ts';
import type { Answer, FactSource, RoleRecord } from './fact-source.ts';

/** Two sources as one: what the upper one knows holds, and the lower one tells the rest, member by member. */
export function overlay(upper: FactSource, lower: FactSource): FactSource {
  return {
    account: async (id) => merge(await upper.account(id), () => lower.account(id)),
    place: async (place) => merge(await upper.place(place), () => lower.place(place)),
    role: async (arn) => merge(await upper.role(arn), () => lower.role(arn), addPolicies),
    vault: async (arn) => merge(await upper.vault(arn), () => lower.vault(arn)),
    key: async (arn) => merge(await upper.key(arn), () => lower.key(arn)),
    point: async (point) => merge(await upper.point(point), () => lower.point(point)),
  };
}

/** What the upper source says of a role that it only adds policies to: the role itself is the lower one's. */
export interface RoleAdditions extends Partial<RoleRecord> {
  readonly addedIdentity?: RoleRecord['identity'];
}

type Join<Thing> = (upper: Partial<Thing>, lower: Partial<Thing>) => Partial<Thing>;

async function merge<Thing>(
  top: Answer<Thing>,
  ask: () => Promise<Answer<Thing>>,
  join: Join<Thing> = override,
): Promise<Answer<Thing>> {
  if (top === null) return null;
  const bottom = await ask();
  if (top === undefined) return bottom;
  if (bottom === undefined) return top;
  if (isUnknown(top)) return bottom;
  if (bottom === null || isUnknown(bottom)) return top;
  return join(top, bottom);
}

/** A member that the upper source does not know leaves the lower one's word standing. */
function override<Thing>(upper: Partial<Thing>, lower: Partial<Thing>): Partial<Thing> {
  const told = Object.entries(upper).filter(
    ([name, value]) => value !== undefined && !(isUnknown(value) && lower[name as keyof Thing] !== undefined),
  );
  return { ...lower, ...Object.fromEntries(told) };
}

function addPolicies(upper: RoleAdditions, lower: Partial<RoleRecord>): Partial<RoleRecord> {
  const { addedIdentity, ...own } = upper;
  const joined = override<RoleRecord>(own, lower);
  if (addedIdentity === undefined) return joined;
  const { identity } = joined;
  if (identity === undefined || isUnknown(identity)) return joined;
  return { ...joined, identity: isUnknown(addedIdentity) ? addedIdentity : [...identity, ...addedIdentity] };
}
