import type { MembershipFacts } from '../../decision/facts.ts';
import { unknownFor } from '../../decision/facts.ts';
import { type Blueprint, put } from './blueprint.ts';
import type { Planned } from './scope.ts';

/** The organization as far as the plan reads or makes it: who is in it, and its switch for copies. */
export function addOrganization(blueprint: Blueprint): void {
  const { scope, providers, estate } = blueprint;
  const [organization] = scope.ofType('aws_organizations_organization', 'data.aws_organizations_organization');
  if (organization !== undefined) addMembers(blueprint, organization);
  const [settings] = scope.ofType('aws_backup_global_settings');
  if (settings === undefined) return;
  const { isCrossAccountBackupEnabled } = (settings.values.global_settings ?? {}) as Record<string, string | undefined>;
  if (isCrossAccountBackupEnabled === undefined) return;
  // The switch is the organization's: it holds for every account that the plan touches, whichever provider sets it.
  const accounts = new Set([...providers.accounts(), ...Object.keys(estate.accounts)]);
  for (const account of accounts) {
    put(estate.accounts, account, {
      crossAccountCopy: { isEnabled: isCrossAccountBackupEnabled === 'true', changedAt: null },
    });
  }
}

function addMembers(blueprint: Blueprint, organization: Planned): void {
  const { estate, scope, providers } = blueprint;
  const id = blueprint.text(organization, 'id');
  const manager = blueprint.text(organization, 'master_account_id') ?? providers.siteOf(organization).account;
  if (id === undefined) return;
  const listed = Array.isArray(organization.values.accounts) ? (organization.values.accounts as readonly Member[]) : [];
  const made = scope.ofType('aws_organizations_account').flatMap((account) => blueprint.text(account, 'id') ?? []);
  const membership: MembershipFacts = {
    id,
    managementAccount: manager,
    path: unknownFor('organizations:ListParents'),
  };
  for (const account of new Set([manager, ...listed.flatMap((member) => member.id ?? []), ...made])) {
    put(estate.accounts, account, { organization: membership });
  }
  put(estate.accounts, manager, { serviceControl: null, resourceControl: null });
}

interface Member {
  readonly id?: string;
}
