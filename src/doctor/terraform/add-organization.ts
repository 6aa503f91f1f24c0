import type { MembershipFacts } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { Attachment } from '../fact-source.ts';
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

/** Policies that the plan newly attaches: where, is known of roots, units and accounts that are there already. */
export function plannedAttachments(blueprint: Blueprint): readonly Attachment[] {
  const { scope } = blueprint;
  const policies = scope.ofType('aws_organizations_policy');
  return scope
    .ofType('aws_organizations_policy_attachment')
    .filter(({ isNew }) => isNew)
    .flatMap((attachment): readonly Attachment[] => {
      const id = blueprint.text(attachment, 'policy_id');
      const policy = policies.find((each) => blueprint.text(each, 'id') === id);
      const type = policy?.values.type ?? 'SERVICE_CONTROL_POLICY';
      if (type !== 'SERVICE_CONTROL_POLICY' && type !== 'RESOURCE_CONTROL_POLICY') return [];
      const target = blueprint.text(attachment, 'target_id');
      const document = policy && blueprint.document(policy, 'content', 'organizations:DescribePolicy');
      if (document === undefined || isUnknown(document)) {
        return [{ type, target, policy: document ?? unknownFor('organizations:DescribePolicy') }];
      }
      const label = type === 'SERVICE_CONTROL_POLICY' ? 'service control policy' : 'resource control policy';
      const name = String(policy?.values.name);
      return [{ type, target, policy: { origin: `${label} ${name} (${policy?.address}) on ${target}`, document } }];
    });
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
