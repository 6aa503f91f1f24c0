import type { RequestContext } from '../policy/evaluation.ts';

/** The condition keys that every signed request carries. `region` is where the request was sent; global services pass their home. */
export function requestContext(call: {
  readonly region: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly isSecure: boolean;
}): RequestContext {
  return {
    'aws:RequestedRegion': call.region,
    'aws:SecureTransport': String(call.isSecure),
    'aws:SourceIp': call.sourceIp,
    'aws:UserAgent': call.userAgent,
    'aws:ViaAWSService': 'false',
  };
}

/**
 * The same for what a service asks of another with the caller's own rights (a forward access session).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
export function onBehalfContext(call: Parameters<typeof requestContext>[0], service: string): RequestContext {
  return {
    ...requestContext(call),
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': [service],
    'aws:CalledViaFirst': service,
    'aws:CalledViaLast': service,
  };
}
