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
