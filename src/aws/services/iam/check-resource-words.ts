import * as messages from '../../../messages/iam-policy.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import type { PolicyDocument } from '../../../policy/document.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const PARTITIONS: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]);

/** How resources of IAM begin, in the order in which IAM's answer lists them. */
const IAM_PATHS = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

/**
 * Throws MalformedPolicyDocument for an ARN that no resource can have: IAM looks at the partition, the service and, for its own resources
 * and those of S3, at Region and path. An ARN with policy variables is taken as it is.
 */
export function checkResourceWords({ statements }: PolicyDocument): void {
  for (const { resource } of statements) {
    const written = (resource?.patterns ?? []).map((pattern) => pattern.written).sort();
    for (const text of written) {
      const fault = text === '*' || text.includes('${') ? undefined : faultOf(text);
      if (fault !== undefined) throw fault;
    }
  }
}

/** The first fault of a resource as it is written; nothing where IAM takes it. */
export function faultOf(resource: string): ServiceError | undefined {
  const [first, partition, ...rest] = resource.split(':');
  if (partition === undefined) return messages.invalidResource(first ?? '');
  if (partition !== '*' && !PARTITIONS.has(partition)) return messages.invalidPartition({ partition, rest });
  const [service, ...behind] = rest;
  if (service === undefined) return messages.resourceNotQualified();
  const place = rest.slice(3).join(':');
  const hasRegion = !behind.join(':').startsWith(':');
  if (service === 'iam') return hasRegion ? messages.iamResourceWithRegion(resource) : faultOfIamPath(place);
  if (service === 's3' && hasRegion && !place.startsWith('accesspoint/')) return messages.resourceWithRegion(resource);
  const isShort = rest.length < 4 && resource.includes('::');
  return service === '' || isShort ? messages.failedLegacyParsing() : undefined;
}

/** Root is no path, and wildcards may stand for the beginning of one. */
function faultOfIamPath(place: string): ServiceError | undefined {
  const isPath = place === 'root' || /^[^/]*[*?]/.test(place) || IAM_PATHS.some((path) => place.startsWith(path));
  return isPath ? undefined : messages.invalidIamPath(IAM_PATHS);
}
