import { type CopyFacts, knownOf } from '../decision/facts.ts';
import { type Actor, atDestination, atManagement, atSource } from '../decision/requirement.ts';

/**
 * In which account an action was lacking: where the facts have a gap that this action would have filled. Nothing where they have none, or
 * in several.
 */
export function lackingAt(facts: CopyFacts, grant: string): Actor | undefined {
  const management = (): Actor => atManagement(knownOf(facts.source.organization) ? facts.source : facts.destination);
  // Whatever else asks Organizations, only the management account or its delegate may.
  if (grant.startsWith('organizations:') && grant !== 'organizations:DescribeOrganization') return management();
  const gaps = [
    ...(hasGap(facts.destination, grant) ? [atDestination(facts)] : []),
    ...(hasGap(facts.source, grant) || hasGap(facts.role, grant) ? [atSource(facts)] : []),
    ...(hasGap(facts.crossAccountCopy, grant) ? [management()] : []),
  ];
  return gaps.length === 1 ? gaps[0] : undefined;
}

function hasGap(value: unknown, grant: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { unknown } = value as { readonly unknown?: { readonly grant?: string } };
  if (unknown?.grant === grant) return true;
  return Object.values(value).some((member) => hasGap(member, grant));
}
