import type { AssumeRoleWithWebIdentityRequest } from '@aws-sdk/client-sts';
import * as messages from '../../../messages/sts.ts';
import { parseArn } from '../../../model/arn.ts';
import { findOidcProvider } from '../../../storage/records/oidc-providers.ts';
import type { Operation } from '../operation.ts';

/**
 * Refuses every token, in the words that AWS has for the first thing that is wrong: no token at all, an issuer whom the role's account
 * does not know, and at last keys that cannot be had, since this server asks no identity provider.
 */
export const assumeRoleWithWebIdentity: Operation<AssumeRoleWithWebIdentityRequest, never> = async (
  { records },
  { RoleArn: roleArn, WebIdentityToken: token },
) => {
  const role = parseArn(roleArn);
  if (role?.service !== 'iam') throw messages.roleArnInvalid();
  const issuer = readIssuer(token);
  if (issuer === undefined) throw messages.webIdentityTokenInvalid();
  const arn = `arn:aws:iam::${role.account}:oidc-provider/${issuer.replace(/^https:\/\//, '').replace(/\/$/, '')}`;
  const provider = await records.read((db) => findOidcProvider(db, arn));
  throw provider === undefined ? messages.noOidcProvider(issuer) : messages.verificationKeyUnavailable();
};

/** The `iss` of a JSON web token; nothing for what is none. Its signature is nobody's concern here. */
function readIssuer(token: string): string | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const issuer = typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined;
    return typeof issuer === 'string' ? issuer : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
