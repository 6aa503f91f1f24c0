/** Which recovery points a legal hold keeps. What is given must all hold; nothing given holds everything of the account and Region. */
export interface HoldSelection {
  readonly vaultNames?: readonly string[];
  /** ARNs, also with `*` at the end, or resource types. */
  readonly resourceIdentifiers?: readonly string[];
  /** Both inclusive, milliseconds. */
  readonly createdFrom?: number;
  readonly createdTo?: number;
}

export interface HeldPoint {
  readonly vaultName: string;
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly createdAt: number;
}

/**
 * Whether a hold keeps a point. The selection is asked anew each time, so that a point which comes into its range later is kept as well:
 * more is kept than AWS may keep, never less.
 */
export function isHeld(point: HeldPoint, selection: HoldSelection): boolean {
  const { vaultNames, resourceIdentifiers, createdFrom, createdTo } = selection;
  if (hasEntries(vaultNames) && !vaultNames.includes(point.vaultName)) return false;
  if (hasEntries(resourceIdentifiers) && !resourceIdentifiers.some((each) => names(each, point))) return false;
  if (createdFrom !== undefined && point.createdAt < createdFrom) return false;
  return createdTo === undefined || point.createdAt <= createdTo;
}

const hasEntries = (list: readonly string[] | undefined): list is readonly string[] =>
  list !== undefined && list.length > 0;

function names(identifier: string, { resourceArn, resourceType }: HeldPoint): boolean {
  if (identifier === resourceArn || identifier === resourceType) return true;
  return identifier.endsWith('*') && resourceArn.startsWith(identifier.slice(0, -1));
}
