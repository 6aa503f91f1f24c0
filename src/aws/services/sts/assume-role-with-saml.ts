import type { AssumeRoleWithSAMLRequest } from '@aws-sdk/client-sts';
import * as messages from '../../../messages/sts.ts';
import { parseArn } from '../../../model/arn.ts';
import type { Operation } from '../operation.ts';

/** Refuses every assertion: SAML providers cannot be made here, so no account knows the one that is named. */
export const assumeRoleWithSAML: Operation<AssumeRoleWithSAMLRequest, never> = async (
  _services,
  { RoleArn: roleArn, SAMLAssertion: assertion },
) => {
  if (parseArn(roleArn)?.service !== 'iam') throw messages.roleArnInvalid();
  if (!Buffer.from(assertion, 'base64').toString().trimStart().startsWith('<')) throw messages.samlResponseInvalid();
  throw messages.noSamlProvider();
};
