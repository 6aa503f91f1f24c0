import { isUnknown, knownOf, unknownFor } from '../decision/facts.ts';
import type { AccountRecord, Answer, Attachment, FactSource, RoleRecord } from './fact-source.ts';

/** Two sources as one: what the upper one knows holds, and the lower one tells the rest, member by member. */
export function overlay(upper: FactSource, lower: FactSource): FactSource {
  return {
    account: async (id) =>
      attach(await merge(await upper.account(id), () => lower.account(id), joinAccounts), id, upper.attachments ?? []),
    place: async (place) => merge(await upper.place(place), () => lower.place(place)),
    role: async (arn) => merge(await upper.role(arn), () => lower.role(arn), addPolicies),
    vault: async (arn) => merge(await upper.vault(arn), () => lower.vault(arn)),
    key: async (arn) => merge(await upper.key(arn), () => lower.key(arn)),
    point: async (point) => merge(await upper.point(point), () => lower.point(point)),
  };
}

/** Who knows an organization may know less of the account's place in it than another who knows the same organization. */
function joinAccounts(upper: Partial<AccountRecord>, lower: Partial<AccountRecord>): Partial<AccountRecord> {
  const joined = override<AccountRecord>(upper, lower);
  const [above, below] = [upper.organization, lower.organization].map((fact) =>
    fact === undefined ? undefined : knownOf(fact),
  );
  const isSame = above !== undefined && above.id === below?.id;
  return isSame && isUnknown(above.path) ? { ...joined, organization: { ...above, path: below.path } } : joined;
}

/** Adds policies to the levels of an account's path. Levels that are not known stay so, and those of which the plan does not tell all become so. */
function attach(answer: Answer<AccountRecord>, id: string, attachments: readonly Attachment[]): Answer<AccountRecord> {
  if (attachments.length === 0 || answer === undefined || answer === null || isUnknown(answer)) return answer;
  const { organization } = answer;
  const path =
    organization === undefined || organization === null || isUnknown(organization) ? undefined : organization.path;
  const targets = path === undefined || isUnknown(path) ? undefined : [...path.split('/').slice(1, -1), id];
  const withNew = (type: Attachment['type'], levels: Levels): Levels =>
    attachments
      .filter((each) => each.type === type && (each.target === undefined || targets?.includes(each.target)))
      .reduce((before, each) => addTo(before, each, targets), levels);
  const { serviceControl, resourceControl } = answer;
  return {
    ...answer,
    ...(serviceControl !== undefined && { serviceControl: withNew('SERVICE_CONTROL_POLICY', serviceControl) }),
    ...(resourceControl !== undefined && { resourceControl: withNew('RESOURCE_CONTROL_POLICY', resourceControl) }),
  };
}

type Levels = AccountRecord['serviceControl'];

function addTo(levels: Levels, { target, policy }: Attachment, targets: readonly string[] | undefined): Levels {
  if (levels === null || isUnknown(levels)) return levels;
  if (isUnknown(policy)) return policy;
  if (target === undefined) return unknownFor('organizations:ListPoliciesForTarget');
  return levels.map((level, index) => (targets?.[index] === target ? [...level, policy] : level));
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
