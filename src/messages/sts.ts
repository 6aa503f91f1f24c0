import { type Origin, ServiceError } from './service-error.ts';

const quoted: Origin = {
  kind: 'reported',
  from: 'answers of STS quoted in issues of the AWS CLI, boto3 and Terraform',
};

const accessDenied = (message: string, origin: Origin = quoted): ServiceError =>
  new ServiceError({ code: 'AccessDenied', httpStatus: 403, message, origin });

const validationError = (message: string, origin: Origin = quoted): ServiceError =>
  new ServiceError({ code: 'ValidationError', httpStatus: 400, message, origin });

export const roleArnInvalid = (): ServiceError => validationError('Request ARN is invalid');

/** No MFA device is known here, so no code fits. */
export const mfaFailed = (): ServiceError =>
  accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code.');

export const rootMayNotAssume = (): ServiceError => accessDenied('Roles may not be assumed by root accounts.');

/** The caller has a session already. */
export const sessionMayNotGetSessionToken = (): ServiceError =>
  accessDenied('Cannot call GetSessionToken with session credentials');

export const sessionMayNotGetFederationToken = (): ServiceError =>
  accessDenied('Cannot call GetFederationToken with session credentials');

const invalidIdentityToken = (message: string, origin: Origin = quoted): ServiceError =>
  new ServiceError({ code: 'InvalidIdentityToken', httpStatus: 400, message, origin });

/** What is given for a JSON web token is none. */
export const webIdentityTokenInvalid = (): ServiceError =>
  invalidIdentityToken(
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );

export const noOidcProvider = (issuer: string): ServiceError =>
  invalidIdentityToken(`No OpenIDConnect provider found in your account for ${issuer}`);

export const verificationKeyUnavailable = (): ServiceError =>
  invalidIdentityToken(
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  );

export const samlResponseInvalid = (): ServiceError => invalidIdentityToken('Invalid base64 SAMLResponse');

export const noSamlProvider = (): ServiceError => invalidIdentityToken("Specified provider doesn't exist");

export const authorizationMessageInvalid = (): ServiceError =>
  new ServiceError({
    code: 'InvalidAuthorizationMessageException',
    httpStatus: 400,
    message: 'Message is not valid',
    origin: {
      kind: 'inferred',
      from: 'InvalidAuthorizationMessageException in the list of errors of DecodeAuthorizationMessage',
    },
  });

export const sessionLongerThanRoleAllows = (): ServiceError =>
  validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');

export const chainedSessionTooLong = (): ServiceError =>
  validationError('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.');

export const duplicateSessionTags = (): ServiceError =>
  new ServiceError({
    code: 'InvalidParameterValue',
    httpStatus: 400,
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    origin: quoted,
  });

export const transitiveTagOverridden = (): ServiceError =>
  new ServiceError({
    code: 'InvalidParameterValue',
    httpStatus: 400,
    message:
      'One of the specified transitive tag keys can’t be set because it conflicts with a transitive tag key from the calling session.',
    origin: {
      kind: 'documented',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
      seen: '2026-11-21',
    },
  });

export const malformedSessionPolicy = (): ServiceError =>
  new ServiceError({
    code: 'MalformedPolicyDocument',
    httpStatus: 400,
    message: 'Syntax errors in policy.',
    origin: quoted,
  });

export const sessionPolicyNotFound = (arn: string): ServiceError =>
  new ServiceError({
    code: 'MalformedPolicyDocument',
    httpStatus: 400,
    message: `Policy ${arn} does not exist or is not attachable.`,
    origin: { kind: 'inferred', from: 'IAM’s sentence for a policy that is not there' },
  });

export const packedPolicyTooLarge = (percent: number): ServiceError =>
  new ServiceError({
    code: 'PackedPolicyTooLarge',
    httpStatus: 400,
    message: `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
    origin: quoted,
  });

export const sourceIdentityFixed = (): ServiceError =>
  accessDenied('The source identity is already set and cannot be changed.', {
    kind: 'inferred',
    from: 'IAM User Guide, Monitor and control actions taken with assumed roles: it cannot be changed once set',
  });

export const accessKeyUnknown = (): ServiceError =>
  validationError('The access key ID is not valid.', {
    kind: 'inferred',
    from: 'GetAccessKeyInfo takes ids of access keys only',
  });
