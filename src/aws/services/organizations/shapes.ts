import type {
  Account,
  CreateAccountStatus,
  Organization,
  OrganizationalUnit,
  PolicySummary,
  PolicyType,
  Root,
} from '@aws-sdk/client-organizations';
import type { AccountRow } from '../../../storage/records/accounts.ts';
import type { CreateAccountRequestRow } from '../../../storage/records/create-account-requests.ts';
import { AWS_OWNER, type OrganizationPolicyRow } from '../../../storage/records/organization-policies.ts';
import type { UnitRow } from '../../../storage/records/organizational-units.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import { accountArn, organizationArn, policyArn, rootArn, unitArn } from './arns.ts';
import { CLOSURE_MS } from './limits.ts';
import type { Paths } from './paths-in.ts';

/** AWS lists service control policies as available whatever the root has enabled; ListRoots tells what is. */
export function toOrganization(organization: OrganizationRow, managementEmail: string): Organization {
  const { id, feature_set, management_account_id } = organization;
  return {
    Id: id,
    Arn: organizationArn(organization),
    FeatureSet: feature_set as 'ALL',
    MasterAccountId: management_account_id,
    MasterAccountArn: accountArn(organization, management_account_id),
    MasterAccountEmail: managementEmail,
    AvailablePolicyTypes: feature_set === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
  };
}

/** An account as it is at `now`, in its place on the way down from the root. */
export function toAccount(
  organization: OrganizationRow,
  row: AccountRow,
  { paths, now }: { readonly paths: Paths; readonly now: number },
): Account {
  const status = statusAt(row, now);
  return {
    Id: row.id,
    Arn: accountArn(organization, row.id),
    Email: row.email,
    Name: row.name,
    Status: status,
    State: status === 'SUSPENDED' && row.closed_at !== null ? 'CLOSED' : status,
    Paths: [`${paths(row.parent_id ?? organization.root_id)}${row.id}/`],
    ...(row.joined_method && { JoinedMethod: row.joined_method as 'CREATED' }),
    ...(row.joined_at !== null && { JoinedTimestamp: new Date(row.joined_at) }),
  };
}

/** A closure that was asked for is pending for a while. */
function statusAt({ status, closed_at }: AccountRow, now: number): 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' {
  if (closed_at !== null && now - closed_at < CLOSURE_MS) return 'PENDING_CLOSURE';
  return status as 'ACTIVE' | 'SUSPENDED';
}

export function toRoot(organization: OrganizationRow, enabled: readonly string[]): Root {
  return {
    Id: organization.root_id,
    Arn: rootArn(organization, organization.root_id),
    Name: 'Root',
    PolicyTypes: enabled.map((type) => ({ Type: type as PolicyType, Status: 'ENABLED' })),
  };
}

export function toUnit(organization: OrganizationRow, { id, name }: UnitRow, paths: Paths): OrganizationalUnit {
  return { Id: id, Arn: unitArn(organization, id), Name: name, Path: paths(id) };
}

export function toPolicySummary(organization: OrganizationRow, row: OrganizationPolicyRow): PolicySummary {
  return {
    Id: row.id,
    Arn: policyArn(organization, row),
    Name: row.name,
    Description: row.description,
    Type: row.type as PolicyType,
    AwsManaged: row.organization_id === AWS_OWNER,
  };
}

export function toCreateAccountStatus(row: CreateAccountRequestRow): CreateAccountStatus {
  return {
    Id: row.id,
    AccountName: row.account_name,
    State: row.state as 'SUCCEEDED',
    RequestedTimestamp: new Date(row.requested_at),
    ...(row.completed_at !== null && { CompletedTimestamp: new Date(row.completed_at) }),
    ...(row.account_id && { AccountId: row.account_id }),
    ...(row.failure_reason && { FailureReason: row.failure_reason as 'EMAIL_ALREADY_EXISTS' }),
  };
}
