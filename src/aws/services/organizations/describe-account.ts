import type { DescribeAccountRequest, DescribeAccountResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { pathsIn } from './paths-in.ts';
import { toAccount } from './shapes.ts';

export const describeAccount: Operation<DescribeAccountRequest, DescribeAccountResponse> = async (
  services,
  input,
  call,
) => {
  const organization = await enter(services, call, {
    action: 'DescribeAccount',
    by: 'administrators',
    resource: (own) => accountArn(own, input.AccountId),
  });
  return services.records.read(async (db) => {
    const account = await findMember(db, organization.id, input.AccountId);
    if (!account) throw messages.accountNotFound();
    const paths = await pathsIn(db, organization);
    return { Account: toAccount(organization, account, { paths, now: call.now }) };
  });
};
