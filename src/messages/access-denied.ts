import { type Origin, ServiceError } from './service-error.ts';

/** Which kind of document said no; the words AWS uses for it stand in `DOCUMENT_NAMES`. */
type DenyingDocument =
  | 'identity'
  | 'permissions-boundary'
  | 'session'
  | 'service-control'
  | 'resource-control'
  | 'resource';

export interface DeniedRequest {
  /** The ARN that answers carry for the caller: a session's for a role. */
  readonly caller: string;
  /** `backup:StartCopyJob`: its prefix also tells whose form the error takes. */
  readonly action: string;
  /** An ARN or `*`. */
  readonly resource: string;
  readonly isOwnAccount: boolean;
  /** Which document said no, where AWS tells it. */
  readonly reason?: {
    readonly document: DenyingDocument;
    readonly isExplicit: boolean;
    /** Of the document, where it has one and denies explicitly. */
    readonly policyArn?: string | undefined;
  };
}

/** AWS's words for "you may not", in the form of the service that `action` belongs to. */
export function accessDenied(request: DeniedRequest): ServiceError {
  const service = request.action.slice(0, request.action.indexOf(':'));
  return new ServiceError({
    ...(FORMS[service] ?? { code: 'AccessDeniedException', httpStatus: 403 }),
    message: sentence(request, service),
    origin: originOf(request, service),
  });
}

const FORMS: Readonly<Record<string, { readonly code: string; readonly httpStatus: number }>> = {
  iam: { code: 'AccessDenied', httpStatus: 403 },
  sts: { code: 'AccessDenied', httpStatus: 403 },
  kms: { code: 'AccessDeniedException', httpStatus: 400 },
  organizations: { code: 'AccessDeniedException', httpStatus: 400 },
};

const DENIED: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  seen: '2026-11-21',
};

/** The page above shows neither how IAM names its things nor the ARN of the policy that denies, which AWS tells since 2026. */
const QUOTED: Origin = {
  kind: 'reported',
  from: 'answers of IAM, Backup and other services quoted in public issues and READMEs, 2014 to 2026',
};

const FOREIGN_KEY: Origin = {
  kind: 'reported',
  from: 'answers of kms:Decrypt and kms:GenerateDataKey for a key of another account, quoted in public issues',
};

/** The article belongs to the name: an identity-based policy, a service control policy. */
const DOCUMENT_NAMES: Readonly<Record<DenyingDocument, { readonly article: 'a' | 'an'; readonly name: string }>> = {
  identity: { article: 'an', name: 'identity-based policy' },
  'permissions-boundary': { article: 'a', name: 'permissions boundary' },
  session: { article: 'a', name: 'session policy' },
  'service-control': { article: 'a', name: 'service control policy' },
  'resource-control': { article: 'a', name: 'resource control policy' },
  resource: { article: 'a', name: 'resource-based policy' },
};

function originOf(request: DeniedRequest, service: string): Origin {
  if (service === 'kms' && isForeignKey(request)) return FOREIGN_KEY;
  return service === 'iam' || request.reason?.policyArn !== undefined ? QUOTED : DENIED;
}

function sentence(request: DeniedRequest, service: string): string {
  const { caller, action, resource, reason } = request;
  const subject = `User: ${caller} is not authorized to perform: ${action}`;
  if (service === 'kms' && isForeignKey(request)) {
    return `${subject} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  }
  const object = `${subject}${spokenResource(service, action, resource)}`;
  if (reason === undefined) return object;
  const { article, name } = DOCUMENT_NAMES[reason.document];
  if (!reason.isExplicit) return `${object} because no ${name} allows the ${action} action`;
  return `${object} with an explicit deny in ${article} ${name}${reason.policyArn === undefined ? '' : `: ${reason.policyArn}`}`;
}

/** Backup leaves out a resource that is everything; IAM names what is there already in its own way. */
function spokenResource(service: string, action: string, resource: string): string {
  if (service === 'backup' && resource === '*') return '';
  return ` on resource: ${service === 'iam' ? spokenInIam(action, resource) : resource}`;
}

/**
 * `role NAME` and the like, without path, for what exists; the ARN for what is to be made, tagged, passed or simulated, and for lists.
 * Policies: by ARN, but by name where one is to be made, and `policy path /` for their list.
 */
function spokenInIam(action: string, resource: string): string {
  const [, type, path] = /^arn:[^:]+:iam::[^:]*:(role|user|group|instance-profile|policy)(\/.*)$/.exec(resource) ?? [];
  if (type === undefined || path === undefined) return resource;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (type === 'policy') {
    if (name === '') return `policy path ${path}`;
    return `policy ${action === 'iam:CreatePolicy' ? name : resource}`;
  }
  return name === '' || BY_ARN.test(action) ? resource : `${type.replace('-', ' ')} ${name}`;
}

const BY_ARN =
  /^iam:(?:Create(?:Role|User|Group|InstanceProfile|ServiceLinkedRole)|Tag\w+|Untag\w+|PassRole|Simulate\w+|GetContextKeys\w+)$/;

/** KMS does not tell a stranger whether the key is there. */
const isForeignKey = ({ isOwnAccount, reason }: DeniedRequest): boolean =>
  !isOwnAccount && reason?.document === 'resource';
