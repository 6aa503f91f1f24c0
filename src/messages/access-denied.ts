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
  readonly reason?: { readonly document: DenyingDocument; readonly isExplicit: boolean };
}

/** AWS's words for "you may not", in the form of the service that `action` belongs to. */
export function accessDenied(request: DeniedRequest): ServiceError {
  const service = request.action.slice(0, request.action.indexOf(':'));
  return new ServiceError({
    ...(FORMS[service] ?? { code: 'AccessDeniedException', httpStatus: 403 }),
    message: sentence(request, service),
    origin: service === 'kms' && isForeignKey(request) ? FOREIGN_KEY : DENIED,
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

function sentence(request: DeniedRequest, service: string): string {
  const { caller, action, resource, reason } = request;
  const subject = `User: ${caller} is not authorized to perform: ${action}`;
  if (service === 'kms' && isForeignKey(request)) {
    return `${subject} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  }
  const object = `${subject} on resource: ${resource}`;
  if (reason === undefined) return object;
  const { article, name } = DOCUMENT_NAMES[reason.document];
  return reason.isExplicit
    ? `${object} with an explicit deny in ${article} ${name}`
    : `${object} because no ${name} allows the ${action} action`;
}

/** KMS does not tell a stranger whether the key is there. */
const isForeignKey = ({ isOwnAccount, reason }: DeniedRequest): boolean =>
  !isOwnAccount && reason?.document === 'resource';
