import * as kms from '../messages/kms.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import { parseAwsPrincipal } from '../policy/matching/principal.ts';
import * as records from '../storage/records/kms.ts';
import type { Database } from '../storage/records/records.ts';
import type { KmsGrantsTable } from '../storage/records/schema.ts';
import { randomHex } from '../util/random.ts';
import { constraintsOf } from './applicable-grants.ts';
import { authorizeKeyUse } from './authorize-key-use.ts';
import { toCanonicalBytes } from './encryption-context.ts';
import { type FoundKey, findKey } from './find-key.ts';
import { hashGrantToken, makeGrantToken } from './grant-token.ts';
import type { KeyParts } from './key-parts.ts';
import type { GrantRequest, KeyUse } from './key-service.ts';
import { requireEnabled } from './key-state.ts';
import { GRANTS_PER_KEY_MAX } from './limits.ts';

/**
 * Makes a grant, or finds the one of the same name and content, as KMS does. Throws where policy says no, the key is
 * not enabled, the grantee does not exist, or what is granted does not fit together.
 */
export async function createGrant(
  parts: KeyParts,
  use: KeyUse,
  request: GrantRequest,
): Promise<{ grantId: string; grantToken: string }> {
  refuseUnfit(request);
  const action = 'kms:CreateGrant';
  const found = await findKey(parts, { ...request, principal: use.principal, action });
  const { EncryptionContextEquals, EncryptionContextSubset } = request.constraints ?? {};
  const encryptionContext = EncryptionContextEquals ?? EncryptionContextSubset;
  await authorizeKeyUse(parts.access, {
    use,
    action,
    found,
    child: request,
    context: grantContext(request),
    ...(encryptionContext === undefined ? {} : { encryptionContext }),
  });
  requireEnabled(found.key);
  if (request.isDryRun) throw kms.dryRun();
  const grantToken = makeGrantToken(parts.random);
  const grant = toRow(parts, { use, request, found, grantToken });
  const grantId = await parts.records.write((db) => storeGrant(db, grant));
  return { grantId, grantToken };
}

/** Those that a symmetric key knows. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
const OPERATIONS = new Set([
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
]);

function refuseUnfit({ operations, constraints = {}, grantee, retiring }: GrantRequest): void {
  const unknown = operations.find((operation) => !OPERATIONS.has(operation));
  if (unknown !== undefined) throw kms.validation(`Operation ${unknown} is not valid for a symmetric encryption key.`);
  if (operations.length === 0) throw kms.validation('A grant needs one operation or more.');
  const { EncryptionContextEquals, EncryptionContextSubset } = constraints;
  if (EncryptionContextEquals !== undefined && EncryptionContextSubset !== undefined) throw kms.grantConstraintsTwice();
  // For its limit alone.
  toCanonicalBytes(EncryptionContextEquals ?? EncryptionContextSubset);
  for (const principal of [grantee, ...(retiring === undefined ? [] : [retiring])]) {
    if (!isArnOfPrincipal(principal) && !isService(principal)) throw kms.granteeInvalid(principal);
  }
}

const isService = (name: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(name);

function isArnOfPrincipal(name: string): boolean {
  const type = parseAwsPrincipal(name)?.type;
  return name.startsWith('arn:') && (type === 'arn' || type === 'account');
}

function grantContext({
  operations,
  grantee,
  retiring,
  constraints = {},
  isForAwsResource = false,
}: GrantRequest): RequestContext {
  const constraintType = Object.keys(constraints)[0];
  return {
    'kms:GrantOperations': operations,
    'kms:GranteePrincipal': grantee,
    'kms:GrantIsForAWSResource': String(isForAwsResource),
    ...(retiring === undefined ? {} : { 'kms:RetiringPrincipal': retiring }),
    ...(constraintType === undefined ? {} : { 'kms:GrantConstraintType': constraintType }),
  };
}

function toRow(
  { clock, random }: KeyParts,
  { use, request, found, grantToken }: { use: KeyUse; request: GrantRequest; found: FoundKey; grantToken: string },
): KmsGrantsTable {
  const { EncryptionContextEquals, EncryptionContextSubset } = request.constraints ?? {};
  const isConstrained = EncryptionContextEquals !== undefined || EncryptionContextSubset !== undefined;
  return {
    id: randomHex(random, 64),
    key_id: found.key.id,
    token_hash: hashGrantToken(grantToken),
    name: request.name ?? null,
    grantee_principal: request.grantee,
    retiring_principal: request.retiring ?? null,
    issuing_account: use.principal.account === '' ? found.key.account_id : use.principal.account,
    operations: JSON.stringify([...new Set(request.operations)]),
    constraints: isConstrained ? JSON.stringify(request.constraints) : null,
    created_at: clock.now(),
  };
}

async function storeGrant(db: Database, grant: KmsGrantsTable): Promise<string> {
  for (const principal of [grant.grantee_principal, grant.retiring_principal]) await requireExistence(db, principal);
  const key = await records.findKey(db, { id: grant.key_id, now: grant.created_at });
  // Deleted since it was found.
  if (key === undefined) throw kms.keyNotFound(grant.key_id);
  const others = key.grants;
  const same = grant.name === null ? undefined : others.find((other) => isSame(other, grant));
  if (same !== undefined) {
    await records.updateGrantToken(db, { id: same.id, tokenHash: grant.token_hash });
    return same.id;
  }
  if (others.length >= GRANTS_PER_KEY_MAX) throw kms.limitExceeded('Too many grants on the key.');
  await records.insertGrant(db, grant);
  return grant.id;
}

/** Whole accounts and services are taken at their word. */
async function requireExistence(db: Database, principal: string | null): Promise<void> {
  if (principal === null || isService(principal) || parseAwsPrincipal(principal)?.type === 'account') return;
  if (!(await records.userOrRoleExists(db, principal))) throw kms.granteeInvalid(principal);
}

function isSame(one: KmsGrantsTable, other: KmsGrantsTable): boolean {
  return (
    one.name === other.name &&
    one.grantee_principal === other.grantee_principal &&
    one.retiring_principal === other.retiring_principal &&
    one.operations === other.operations &&
    JSON.stringify(constraintsOf(one)) === JSON.stringify(constraintsOf(other))
  );
}
