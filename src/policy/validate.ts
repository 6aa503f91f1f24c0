import { type PolicyDocument, parsePolicyDocument, type Statement } from './document.ts';
import type { Finding, FindingCode } from './finding.ts';
import { DOCUMENT_LENGTHS } from './limits.ts';

/** What a document is written for; each kind demands and forbids elements. */
export type PolicyProfile = keyof typeof DOCUMENT_LENGTHS;

/**
 * All that is wrong with a document of this kind; nothing where it may be stored. Findings about form come first: a text that
 * cannot be read has no others. Whether the principals exist is for the service to find out, see `principalsOf`.
 */
export function validatePolicyDocument(text: string, profile: PolicyProfile): readonly Finding[] {
  const tooLong = judgeLength(text, profile);
  if (tooLong) return [tooLong];
  const { document, findings } = parsePolicyDocument(text);
  if (!document) return findings;
  const { statement: demands, document: whole } = PROFILES[profile];
  return [
    ...findings,
    ...document.statements.flatMap((statement) => demands.flatMap((demand) => demand(statement) ?? [])),
    ...(whole?.(document) ?? []),
  ];
}

/** IAM does not count white space. */
function judgeLength(text: string, profile: PolicyProfile): Finding | undefined {
  const counted = IGNORES_SPACE.includes(profile) ? text.replace(/\s/g, '') : text;
  const limit = DOCUMENT_LENGTHS[profile];
  if (counted.length <= limit) return undefined;
  return { code: 'too-long', sentence: `The document has ${counted.length} characters; ${limit} are allowed.` };
}

const IGNORES_SPACE: readonly PolicyProfile[] = ['identity', 'inline-identity', 'trust'];

type Demand = (statement: Statement) => Finding | undefined;

interface Demands {
  readonly statement: readonly Demand[];
  readonly document?: (document: PolicyDocument) => readonly Finding[];
}

const identity: Demands = {
  statement: [noPrincipal, needsResource, plainSid],
  document: uniqueSids,
};

const resource: Demands = { statement: [needsPrincipal, needsResource] };

const PROFILES: Readonly<Record<PolicyProfile, Demands>> = {
  identity,
  'inline-identity': identity,
  session: identity,
  resource,
  key: resource,
  trust: { statement: [needsPrincipal, noResource, assumesOnly, plainSid], document: uniqueSids },
  'vault-access': { statement: [needsPrincipal, needsResource, noActionWildcard] },
  scp: { statement: [noPrincipal, needsResource] },
  rcp: { statement: [deniesOnly, meansEveryone, needsResource, namesActions] },
};

function finding(code: FindingCode, { index, span }: Statement, sentence: string): Finding {
  return { code, statement: index, sentence, span };
}

function noPrincipal(statement: Statement): Finding | undefined {
  if (!statement.principal) return undefined;
  return finding(
    'prohibited-principal',
    statement,
    'A document of this kind has no Principal: it stands with whom it is for.',
  );
}

function needsPrincipal(statement: Statement): Finding | undefined {
  if (statement.principal) return undefined;
  return finding('missing-principal', statement, 'The statement has neither Principal nor NotPrincipal.');
}

function needsResource(statement: Statement): Finding | undefined {
  if (statement.resource) return undefined;
  return finding('missing-resource', statement, 'The statement has neither Resource nor NotResource.');
}

function noResource(statement: Statement): Finding | undefined {
  if (!statement.resource) return undefined;
  return finding('prohibited-resource', statement, 'A trust policy has no Resource: it is about its role.');
}

function assumesOnly(statement: Statement): Finding | undefined {
  const isForSts = statement.action.patterns.every(({ written }) => /^sts:/i.test(written));
  if (isForSts && !statement.action.isNegated) return undefined;
  return finding('invalid-action', statement, 'A trust policy speaks about the actions of AWS STS only.');
}

/** AWS Backup Developer Guide, "Vault access policies": actions must be listed one by one. */
function noActionWildcard(statement: Statement): Finding | undefined {
  const hasWildcard = statement.action.patterns.some(({ written }) => /[*?]/.test(written));
  if (!hasWildcard) return undefined;
  return finding('invalid-action', statement, 'A vault access policy names its actions without wildcards.');
}

/** Organizations User Guide, "RCP syntax": customer RCPs deny, for everyone, actions of a named service. */
function deniesOnly(statement: Statement): Finding | undefined {
  if (statement.effect === 'Deny') return undefined;
  return finding('prohibited-allow', statement, 'A resource control policy can only deny.');
}

function meansEveryone(statement: Statement): Finding | undefined {
  if (!statement.principal) return needsPrincipal(statement);
  const isEveryone = !statement.principal.isNegated && statement.principal.written === '*';
  if (isEveryone) return undefined;
  return finding('invalid-principal', statement, 'The Principal of a resource control policy is "*".');
}

function namesActions(statement: Statement): Finding | undefined {
  const isNamed = statement.action.patterns.every(({ written }) => written !== '*');
  if (isNamed && !statement.action.isNegated) return undefined;
  return finding('invalid-action', statement, 'A resource control policy names the service of its actions.');
}

function plainSid(statement: Statement): Finding | undefined {
  if (/^[A-Za-z0-9]*$/.test(statement.sid ?? '')) return undefined;
  return finding('invalid-sid', statement, 'A Sid has letters and digits only.');
}

function uniqueSids({ statements }: PolicyDocument): readonly Finding[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const { sid } = statement;
    if (!sid) return [];
    if (seen.has(sid)) return [finding('invalid-sid', statement, `The Sid "${sid}" comes twice.`)];
    seen.add(sid);
    return [];
  });
}
