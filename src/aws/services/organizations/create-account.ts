import type { CreateAccountRequest, CreateAccountResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findAccountByEmail, insertAccount, newAccountId } from '../../../storage/records/accounts.ts';
import {
  type CreateAccountRequestRow,
  insertCreateAccountRequest,
} from '../../../storage/records/create-account-requests.ts';
import { insertRole } from '../../../storage/records/iam.ts';
import { attachPolicy } from '../../../storage/records/iam-policies.ts';
import { joinOrganization, listMembers } from '../../../storage/records/organization-members.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { ACCOUNTS_MAX } from './limits.ts';
import { newCreateAccountRequestId } from './new-ids.ts';
import { toCreateAccountStatus } from './shapes.ts';

const DEFAULT_ROLE = 'OrganizationAccountAccessRole';
const ADMINISTRATOR_ACCESS = 'arn:aws:iam::aws:policy/AdministratorAccess';

/**
 * Makes a member account with a role that lets the management account in. Answers IN_PROGRESS as AWS does; the account is there when
 * the answer is. An address that is taken fails the request, not the call.
 */
export const createAccount: Operation<CreateAccountRequest, CreateAccountResponse> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'CreateAccount',
    by: 'management',
    context: entryContext({ tags: input.Tags }),
  });
  if (input.RoleName?.startsWith('AWSServiceRoleFor')) throw messages.invalidInput('INVALID_ROLE_NAME');
  const request: CreateAccountRequestRow = {
    id: newCreateAccountRequestId(services.random),
    organization_id: organization.id,
    account_name: input.AccountName,
    email: input.Email,
    state: 'IN_PROGRESS',
    account_id: null,
    failure_reason: null,
    requested_at: call.now,
    completed_at: null,
  };
  await services.records.write(async (db) => {
    const outcome = await make(db, { services, organization, input, call });
    await insertCreateAccountRequest(db, { ...request, ...outcome, completed_at: call.now });
  });
  return { CreateAccountStatus: toCreateAccountStatus(request) };
};

interface Making {
  readonly services: Services;
  readonly organization: OrganizationRow;
  readonly input: Validated<CreateAccountRequest>;
  readonly call: Call;
}

type Outcome = Pick<CreateAccountRequestRow, 'state' | 'account_id' | 'failure_reason'>;

async function make(db: Database, { services, organization, input, call }: Making): Promise<Outcome> {
  const tags = acceptTags(input.Tags);
  const members = await listMembers(db, organization.id);
  if (members.length >= ACCOUNTS_MAX) throw messages.constraintViolation('ACCOUNT_NUMBER_LIMIT_EXCEEDED');
  if (await findAccountByEmail(db, input.Email)) {
    return { state: 'FAILED', account_id: null, failure_reason: 'EMAIL_ALREADY_EXISTS' };
  }
  const id = await newAccountId(db, services.random);
  await insertAccount(db, { id, name: input.AccountName, email: input.Email }, call.now);
  await joinOrganization(db, { organization, account: id, method: 'CREATED' }, call.now);
  await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
  await putTags(db, accountArn(organization, id), tags);
  const name = input.RoleName ?? DEFAULT_ROLE;
  const trustPolicy = trustOf(organization.management_account_id);
  await insertRole(db, { account: id, name, trustPolicy }, call.now, services.random);
  await attachPolicy(db, { account: id, kind: 'role', name }, ADMINISTRATOR_ACCESS, call.now);
  return { state: 'SUCCEEDED', account_id: id, failure_reason: null };
}

const trustOf = (managementAccount: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${managementAccount}:root` }, Action: 'sts:AssumeRole' },
    ],
  });
