import type {
  DescribeCreateAccountStatusRequest,
  DescribeCreateAccountStatusResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findCreateAccountRequest } from '../../../storage/records/create-account-requests.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { toCreateAccountStatus } from './shapes.ts';

export const describeCreateAccountStatus: Operation<
  DescribeCreateAccountStatusRequest,
  DescribeCreateAccountStatusResponse
> = async (services, input, call) => {
  const { id } = await enter(services, call, { action: 'DescribeCreateAccountStatus', by: 'administrators' });
  const request = await services.records.read((db) => findCreateAccountRequest(db, id, input.CreateAccountRequestId));
  if (!request) throw messages.createAccountStatusNotFound();
  return { CreateAccountStatus: toCreateAccountStatus(request) };
};
