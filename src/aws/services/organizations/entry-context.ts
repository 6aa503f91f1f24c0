import type { Tag } from '@aws-sdk/client-organizations';
import type { RequestContext } from '../../../policy/evaluation.ts';

/** The condition keys that a request's own members fill. Service Authorization Reference, "AWS Organizations", "Condition keys". */
export function entryContext(request: {
  readonly policyType?: string | undefined;
  readonly servicePrincipal?: string | undefined;
  readonly tags?: readonly Tag[] | undefined;
  readonly tagKeys?: readonly string[] | undefined;
}): RequestContext {
  const { policyType, servicePrincipal, tags = [], tagKeys = tags.map(({ Key = '' }) => Key) } = request;
  return {
    ...(policyType !== undefined && { 'organizations:PolicyType': policyType }),
    ...(servicePrincipal !== undefined && { 'organizations:ServicePrincipal': servicePrincipal }),
    ...Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [`aws:RequestTag/${Key}`, Value])),
    ...(tagKeys.length > 0 && { 'aws:TagKeys': tagKeys }),
  };
}
