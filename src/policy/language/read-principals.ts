import { type PrincipalPattern, parseAwsPrincipal } from '../matching/principal.ts';
import type { JsonNode, Span } from './json.ts';

type Refuse = (sentence: string, span: Span) => void;

/** The entries of a `Principal` element: `"*"`, or lists under AWS, Service, Federated and CanonicalUser. */
export function readPrincipals(node: JsonNode, refuse: Refuse): readonly PrincipalPattern[] {
  if (node.kind === 'string' && node.value === '*') return [{ type: 'everyone', written: '*' }];
  if (node.kind !== 'object' || node.members.length === 0) {
    refuse('Principal must be "*" or an object with AWS, Service, Federated or CanonicalUser.', node.span);
    return [];
  }
  return node.members.flatMap(({ name, value }) => {
    const items = value.kind === 'array' ? value.items : [value];
    if (items.length === 0) refuse(`Principal names nobody under ${name}.`, value.span);
    return items.flatMap((item) => readEntry(name, item, refuse));
  });
}

function readEntry(type: string, node: JsonNode, refuse: Refuse): readonly PrincipalPattern[] {
  const pattern = node.kind === 'string' ? toPattern(type, node.value) : undefined;
  if (pattern) return [pattern];
  const written = node.kind === 'string' ? `"${node.value}"` : 'What is written';
  refuse(`${written} under ${type} names no principal.`, node.span);
  return [];
}

function toPattern(type: string, written: string): PrincipalPattern | undefined {
  if (type === 'AWS') return parseAwsPrincipal(written);
  if (type === 'Service') return SERVICE.test(written) ? { type: 'service', written } : undefined;
  if (type === 'Federated') return FEDERATED.test(written) ? { type: 'federated', written } : undefined;
  if (type === 'CanonicalUser') return /^[0-9a-f]{64}$/.test(written) ? { type: 'canonical-user', written } : undefined;
  return undefined;
}

const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal)$/;
const FEDERATED = /^(?:arn:[a-z-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/;
