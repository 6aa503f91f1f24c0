import { malformedPolicyDocument } from './iam.ts';
import type { Origin, ServiceError } from './service-error.ts';

/** IAM's words for what is wrong with a document; gathered by projects that try their validators against IAM. */
const quoted: Origin = { kind: 'reported', from: 'answers of IAM that open source validators quote in their tests' };

const malformed = (message: string): ServiceError => malformedPolicyDocument(message, quoted);

/** `identity` for what stands with users and roles, `trust` for who may take a role on: IAM has words of its own for the latter. */
export type DocumentUse = 'identity' | 'trust';

export const syntaxError = (use: DocumentUse): ServiceError =>
  malformed(use === 'trust' ? 'This policy contains invalid Json' : 'Syntax errors in policy.');

export const wrongVersion = (): ServiceError => malformed('Policy document must be version 2012-10-17 or greater.');

export const missingAction = (use: DocumentUse): ServiceError =>
  malformed(use === 'trust' ? 'Missing required field Action' : 'Policy statement must contain actions.');

export const missingResource = (): ServiceError => malformed('Policy statement must contain resources.');

export const missingPrincipal = (): ServiceError => malformed('Missing required field Principal');

export const prohibitedPrincipal = (): ServiceError => malformed('Policy document should not specify a principal.');

export const prohibitedResource = (): ServiceError => malformed('Has prohibited field Resource');

export const invalidAction = (use: DocumentUse): ServiceError =>
  malformed(
    use === 'trust'
      ? 'AssumeRole policy may only specify STS AssumeRole actions.'
      : 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  );

export const invalidResource = (resource: string): ServiceError =>
  malformed(`Resource ${resource} must be in ARN format or "*".`);

export const invalidPartition = ({
  partition,
  rest: [service = '*', region = '*', account = '*', ...path],
}: {
  partition: string;
  rest: readonly string[];
}): ServiceError => {
  const place = path.length === 0 ? '*' : path.join(':');
  const arn = `arn:${partition}:${service || '*'}:${region}:${account}:${place}`;
  return malformed(`Partition "${partition}" is not valid for resource "${arn}".`);
};

export const resourceNotQualified = (): ServiceError =>
  malformed('Resource vendor must be fully qualified and cannot contain regexes.');

export const resourceWithRegion = (resource: string): ServiceError =>
  malformed(`Resource ${resource} can not contain region information.`);

export const iamResourceWithRegion = (resource: string): ServiceError =>
  malformed(`IAM resource ${resource} cannot contain region information.`);

export const invalidIamPath = (beginnings: readonly string[]): ServiceError =>
  malformed(`IAM resource path must either be "*" or start with ${beginnings.join(', ')}.`);

export const manyColons = (): ServiceError => malformed('Actions/Condition can contain only one colon.');

export const invalidVendor = (vendor: string): ServiceError => malformed(`Vendor ${vendor} is not valid`);

/** A date or an effect that only an older reader of IAM's stumbles on. */
export const failedLegacyParsing = (): ServiceError => malformed('The policy failed legacy parsing');

export const invalidSid = (): ServiceError =>
  malformed(
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  );

export const duplicateSid = (): ServiceError => malformed('Statement IDs (SID) in a single policy must be unique.');
