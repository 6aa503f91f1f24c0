import type { DecodeAuthorizationMessageRequest } from '@aws-sdk/client-sts';
import { requestContext } from '../../../access/request-context.ts';
import * as messages from '../../../messages/sts.ts';
import type { Operation } from '../operation.ts';

/**
 * Refuses every message: the services that are here say openly why they deny, as AWS's do, and encode nothing. Messages that EC2 of AWS
 * made open at AWS only.
 */
export const decodeAuthorizationMessage: Operation<DecodeAuthorizationMessageRequest, never> = async (
  { access },
  _input,
  call,
) => {
  await access.authorize({
    principal: call.principal,
    action: 'sts:DecodeAuthorizationMessage',
    resource: '*',
    resourceAccount: call.principal.account,
    context: requestContext(call),
  });
  throw messages.authorizationMessageInvalid();
};
