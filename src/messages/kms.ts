import { type Origin, ServiceError } from './service-error.ts';

/* What KMS answers when it refuses. All are 400. */

const MODEL: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html',
  seen: '2026-11-21',
};
const reported = (from: string): Origin => ({ kind: 'reported', from });
const inferred = (from: string): Origin => ({ kind: 'inferred', from });
const MOTO = reported('the moto project, whose tests were written against the real service');

const EMULATED = inferred('emulators that follow the real service; its own words are not on record');

const refuse = (code: string, message: string, origin: Origin): ServiceError =>
  new ServiceError({ code, message, origin });

export const invalidKeyId = (keyId: string): ServiceError =>
  refuse('NotFoundException', `Invalid keyId '${keyId}'`, MOTO);

export const keyNotFound = (arn: string): ServiceError =>
  refuse('NotFoundException', `Key '${arn}' does not exist`, MOTO);

/** The ARN names another Region than the one that was asked. */
export const invalidArnRegion = (region: string): ServiceError =>
  refuse('NotFoundException', `Invalid arn ${region}`, reported('public issues on cross-Region use of keys'));

export const invalidArn = (arn: string): ServiceError =>
  refuse('InvalidArnException', `Invalid arn ${arn}`, inferred('the sentence for an ARN of another Region'));

export const aliasNotFound = (arn: string): ServiceError =>
  refuse('NotFoundException', `Alias ${arn} is not found.`, MOTO);

export const aliasExists = (arn: string): ServiceError =>
  refuse('AlreadyExistsException', `An alias with the name ${arn} already exists`, MOTO);

export const aliasUnprefixed = (): ServiceError =>
  refuse(
    'ValidationException',
    'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    reported('aws-controllers-k8s/community 1878'),
  );

/** The prefix and nothing behind it. */
export const aliasInvalid = (): ServiceError => refuse('ValidationException', 'Invalid identifier', MOTO);

/** A colon passes the pattern of the API, and is refused all the same. */
export const aliasCharacters = (name: string): ServiceError =>
  refuse(
    'ValidationException',
    `${name} contains invalid characters for an alias`,
    reported('hashicorp/terraform-provider-aws 12891'),
  );

/** `alias/aws/…` belongs to AWS. The real service says no more than the code. */
export const aliasReserved = (): ServiceError => refuse('NotAuthorizedException', '', MOTO);

export const aliasKindsDiffer = (): ServiceError =>
  refuse(
    'ValidationException',
    'The current and the new key of an alias must be of the same type, and have the same key usage.',
    inferred('the API reference of UpdateAlias'),
  );

export const aliasOfAlias = (): ServiceError =>
  refuse('ValidationException', 'Aliases must refer to keys. Not aliases', MOTO);

export const keyDisabled = (arn: string): ServiceError =>
  refuse('DisabledException', `${arn} is disabled.`, reported('public issues; the same sentence in moto'));

export const keyPendingDeletion = (arn: string): ServiceError =>
  refuse(
    'KMSInvalidStateException',
    `${arn} is pending deletion.`,
    reported('the Terraform provider and public issues'),
  );

export const keyNotPendingDeletion = (arn: string): ServiceError =>
  refuse('KMSInvalidStateException', `${arn} is not pending deletion.`, inferred('its opposite'));

const KEY_STATES: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
  seen: '2026-11-22',
};

export const keyPendingImport = (arn: string): ServiceError =>
  refuse('KMSInvalidStateException', `${arn} is pending import.`, KEY_STATES);

/** Material comes from elsewhere, or does not where it should. */
export const originUnfit = ({ arn, origin }: { arn: string; origin: string }): ServiceError =>
  refuse(
    'UnsupportedOperationException',
    `${arn} origin is ${origin} which is not valid for this operation.`,
    KEY_STATES,
  );

export const rotationUnfit = (): ServiceError =>
  refuse(
    'UnsupportedOperationException',
    'You cannot perform this operation on a non-symmetric key or a key with non-ENCRYPT_DECRYPT key usage.',
    EMULATED,
  );

export const notAsymmetric = (arn: string): ServiceError =>
  refuse(
    'UnsupportedOperationException',
    `${arn} is not an asymmetric key.`,
    inferred('the exception in the API reference of GetPublicKey; its words are not on record'),
  );

export const notPrimary = (arn: string): ServiceError =>
  refuse(
    'UnsupportedOperationException',
    `${arn} is not a multi-region primary key.`,
    inferred('the exception in the API reference of ReplicateKey; its words are not on record'),
  );

export const replicaExists = (arn: string): ServiceError =>
  refuse('AlreadyExistsException', `The key ${arn} already exists.`, inferred('the exception in the API reference'));

export const replicaRegionInvalid = (region: string): ServiceError =>
  refuse(
    'ValidationException',
    `${region} is not a Region that this key can be replicated to.`,
    inferred('the API reference of ReplicateKey'),
  );

/** The ciphertext tells the key, and the caller may not learn more about it. */
export const ciphertextKeyInaccessible = (): ServiceError =>
  refuse(
    'AccessDeniedException',
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    reported('many public issues on Decrypt and ReEncrypt'),
  );

/** Altered, another encryption context, or no ciphertext at all. The real service gives no reason. */
export const invalidCiphertext = (): ServiceError =>
  refuse('InvalidCiphertextException', '', reported('public issues: the message is null'));

export const incorrectKey = (): ServiceError =>
  refuse(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
    reported('public issues on Decrypt with KeyId'),
  );

export const dryRun = (): ServiceError =>
  refuse(
    'DryRunOperationException',
    'The request would have succeeded, but the DryRun option is set.',
    inferred('the description of the exception in the API reference'),
  );

export const unsupportedSpec = (spec: string): ServiceError =>
  refuse('UnsupportedOperationException', `The key spec ${spec} is not supported.`, inferred('a limit of this server'));

export const unsupported = (what: string): ServiceError =>
  refuse('UnsupportedOperationException', `${what} is not supported.`, inferred('a limit of this server'));

export const specTwice = (): ServiceError =>
  refuse(
    'ValidationException',
    'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    MOTO,
  );

export const usageUnfit = ({ usage, spec }: { usage: string; spec: string }): ServiceError =>
  refuse('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`, MOTO);

/** Only symmetric encryption is understood where no usage is named. */
export const usageMissing = (): ServiceError =>
  refuse(
    'ValidationException',
    'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    {
      kind: 'documented',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
      seen: '2026-11-22',
    },
  );

export const algorithmUnfit = ({ algorithm, spec }: { algorithm: string; spec: string }): ServiceError =>
  refuse('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${spec}.`, MOTO);

/** `Sign` with a key for encryption, and the like. */
export const keyUsageUnfit = ({
  arn,
  usage,
  operation,
}: {
  arn: string;
  usage: string;
  operation: string;
}): ServiceError =>
  refuse(
    'InvalidKeyUsageException',
    `${arn} key usage is ${usage} which is not valid for ${operation}.`,
    reported('jonathankeebler/jwt-kms 4'),
  );

export const digestLengthUnfit = (algorithm: string): ServiceError =>
  refuse('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`, EMULATED);

export const messageTypeUnfit = ({
  messageType,
  algorithm,
}: {
  messageType: string;
  algorithm: string;
}): ServiceError =>
  refuse(
    'ValidationException',
    `MessageType ${messageType} is incompatible with algorithm ${algorithm}.`,
    inferred('the API reference of Sign'),
  );

/** The exception is all the answer: the real service gives no reason. */
export const invalidSignature = (): ServiceError =>
  refuse('KMSInvalidSignatureException', '', reported('public issues on Verify: the message is null'));

export const invalidMac = (): ServiceError =>
  refuse('KMSInvalidMacException', '', inferred('the same exception of Verify'));

export const plaintextTooLongForKey = ({
  algorithm,
  spec,
  limit,
}: {
  algorithm: string;
  spec: string;
  limit: number;
}): ServiceError =>
  refuse(
    'ValidationException',
    `Algorithm ${algorithm} and key spec ${spec} cannot encrypt data larger than ${limit} bytes.`,
    EMULATED,
  );

export const encryptionContextUnfit = (algorithm: string): ServiceError =>
  refuse(
    'ValidationException',
    `Algorithm ${algorithm} does not support an encryption context.`,
    inferred('the API reference of Encrypt'),
  );

/** A ciphertext of RSA does not name its key. */
export const keyIdMissing = (): ServiceError =>
  refuse(
    'ValidationException',
    'KeyId must be specified for decryption with an asymmetric key.',
    inferred('the API reference of Decrypt'),
  );

export const publicKeyUnfit = (): ServiceError =>
  refuse(
    'ValidationException',
    'The public key is not valid for the curve of the KMS key.',
    inferred('the API reference of DeriveSharedSecret'),
  );

export const importTokenInvalid = (): ServiceError =>
  refuse('InvalidImportTokenException', '', inferred('the exception'));

export const importTokenExpired = (): ServiceError =>
  refuse('ExpiredImportTokenException', '', inferred('the exception'));

/** Not wrapped under the public key of the token, or no material of this key's spec. */
export const importedMaterialUnreadable = (): ServiceError =>
  refuse('InvalidCiphertextException', '', inferred('the API reference of ImportKeyMaterial'));

/** A key takes the material it once had, and no other. */
export const importedMaterialOther = (): ServiceError =>
  refuse('IncorrectKeyMaterialException', '', inferred('the API reference of ImportKeyMaterial'));

export const validToMissing = (): ServiceError =>
  refuse(
    'ValidationException',
    'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES',
    inferred('the API reference of ImportKeyMaterial'),
  );

export const validToUnfit = (): ServiceError =>
  refuse(
    'ValidationException',
    'The validTo date must lie in the future, 365 days away at most, and stands with the ExpirationModel KEY_MATERIAL_EXPIRES alone.',
    inferred('the API reference of ImportKeyMaterial'),
  );

export const rotationsOnDemandSpent = (arn: string): ServiceError =>
  refuse(
    'LimitExceededException',
    `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
    EMULATED,
  );

export const pendingWindowOutOfRange = (): ServiceError =>
  refuse('ValidationException', 'PendingWindowInDays must be between 7 and 30.', inferred('the API reference'));

export const rotationPeriodOutOfRange = (): ServiceError =>
  refuse('ValidationException', 'RotationPeriodInDays must be between 90 and 2560.', inferred('the API reference'));

export const validation = (message: string): ServiceError =>
  refuse('ValidationException', message, inferred('the constraint in the API reference'));

export const randomSizeMissing = (): ServiceError =>
  refuse('ValidationException', 'NumberOfBytes is required.', inferred('the API reference of GenerateRandom'));

/** The newest model lets a dry run go without one, which this server does not know. */
export const ciphertextMissing = (): ServiceError =>
  refuse(
    'ValidationException',
    "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    MOTO,
  );

/** GenerateDataKey wants NumberOfBytes or KeySpec, and not both. */
export const dataKeySizeUnclear = (): ServiceError =>
  refuse('ValidationException', 'Please specify either number of bytes or key spec.', MOTO);

export const plaintextTooLong = (): ServiceError =>
  refuse(
    'ValidationException',
    "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    MOTO,
  );

export const encryptionContextTooLong = (): ServiceError =>
  refuse(
    'ValidationException',
    'Encryption context must be less than 8192 characters.',
    inferred('the documented limit'),
  );

export const limitExceeded = (message: string): ServiceError =>
  refuse('LimitExceededException', message, inferred('the quotas page of KMS'));

export const policyMalformed = (message: string): ServiceError =>
  refuse('MalformedPolicyDocumentException', message, inferred('the exception; its further words are not on record'));

export const policyPrincipalsInvalid = (): ServiceError =>
  refuse(
    'MalformedPolicyDocumentException',
    'Policy contains a statement with one or more invalid principals.',
    reported('public issues on PutKeyPolicy and CreateKey'),
  );

export const policyLocksOut = (): ServiceError =>
  refuse(
    'MalformedPolicyDocumentException',
    'The new key policy will not allow you to update the key policy in the future.',
    reported('public issues, widdix/aws-cf-templates 259 among them'),
  );

export const policyTooLong = (): ServiceError =>
  refuse(
    'LimitExceededException',
    'Policy document size exceeds the limit of 32768 characters.',
    inferred('the quota of key policies'),
  );

export const policyNotFound = (): ServiceError => refuse('NotFoundException', 'No such policy exists', MOTO);

export const granteeInvalid = (grantee: string): ServiceError =>
  refuse(
    'InvalidArnException',
    `ARN does not refer to a valid principal: ${grantee}`,
    reported('the Terraform provider, which retries on this code'),
  );

/** `GenerateMac` on a key that encrypts, and the like. */
export const grantOperationUnfit = ({
  operation,
  spec,
  usage,
}: {
  operation: string;
  spec: string;
  usage: string;
}): ServiceError =>
  refuse(
    'ValidationException',
    `Operation ${operation} is not valid for a key with key spec ${spec} and key usage ${usage}.`,
    inferred('the API reference of CreateGrant'),
  );

export const grantConstraintsUnfit = (): ServiceError =>
  refuse(
    'ValidationException',
    'Encryption context constraints are not valid for asymmetric or HMAC KMS keys.',
    inferred('the API reference of CreateGrant'),
  );

export const grantConstraintsTwice = (): ServiceError =>
  refuse('ValidationException', 'More than one constraint supplied', reported('the Terraform provider'));

export const granteeMissing = (): ServiceError =>
  refuse('ValidationException', 'A grantee principal must be specified.', inferred('the API reference of CreateGrant'));

export const retiringPrincipalMissing = (): ServiceError =>
  refuse(
    'ValidationException',
    'A retiring principal must be specified.',
    inferred('the API reference of ListRetirableGrants'),
  );

export const grantUnnamed = (): ServiceError =>
  refuse(
    'ValidationException',
    'Specify either a grant token, or a key ARN and a grant ID.',
    inferred('the API reference of RetireGrant'),
  );

export const grantNotFound = (grantId: string): ServiceError =>
  refuse('NotFoundException', `Grant ID ${grantId} not found`, inferred('the code is on record, the words are not'));

export const grantTokenInvalid = (): ServiceError =>
  refuse('InvalidGrantTokenException', 'The grant token is not valid.', MODEL);

export const tagReserved = (): ServiceError => refuse('TagException', 'Tags beginning with aws: are reserved', MOTO);

export const tagTwice = (): ServiceError => refuse('TagException', 'Duplicate tag keys', inferred('the exception'));

export const tagsTooMany = (): ServiceError =>
  refuse('TagException', 'Too many tags', inferred('the quota of 50 tags'));

export const markerInvalid = (): ServiceError =>
  refuse('InvalidMarkerException', 'Invalid marker', inferred('the exception in the API reference'));
