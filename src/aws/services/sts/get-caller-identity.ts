import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { callerArn } from '../../../model/principal.ts';
import type { Operation } from '../operation.ts';

/** Asks for no permission, and none can take it away. */
export const getCallerIdentity: Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> = async (
  _services,
  _input,
  { principal },
) => ({ UserId: principal.userId, Account: principal.account, Arn: callerArn(principal) });
