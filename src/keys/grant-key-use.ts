import * as kms from '../messages/kms.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import { parseAwsPrincipal } from '../policy/matching/principal.ts';
import * as records from '../storage/records/kms.ts';
import type { Database } from '../storage/records/records.ts';
import type { KmsGrantsTable, KmsKeysTable } from '../storage/records/schema.ts';
import { randomHex } from '../util/random.ts';
import { constraintsOf } from './applicable-grants.ts';
import { authorizeKeyUse } from './authorize-key-use.ts';
import { toCanonicalBytes } from './encryption-context.ts';
import { type FoundKey, findKey } from './find-key.ts';
import { hashGrantToken, makeGrantToken } from './grant-token.ts';
import { grantableOperations } from './grantable-operations.ts';
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
  requireOperationsFit(found.key, request);
  if (request.isDryRun) throw kms.dryRun();
  const grantToken = makeGrantToken(parts.random);
  const grant = toRow(parts, { use, request, found, grantToken });
  const grantId = await parts.records.write((db) => storeGrant(db, grant));
  return { grantId, grantToken };
}

function refuseUnfit({ operations, constraints = {}, grantee, retiring }: GrantRequest): void {
  if (operations.length === 0) throw kms.validation('A grant needs one operation or more.');
  const { EncryptionContextEquals, EncryptionContextSubset } = constraints;
  if (EncryptionContextEquals !== undefined && EncryptionContextSubset !== undefined) throw kms.grantConstraintsTwice();
  // For its limit alone.
  toCanonicalBytes(EncryptionContextEquals ?? EncryptionContextSubset);
  for (const principal of [grantee, ...(retiring === undefined ? [] : [retiring])]) {
    if (!isArnOfPrincipal(principal) && !isService(principal)) throw kms.granteeInvalid(principal);
  }
}

function requireOperationsFit(key: KmsKeysTable, { operations, constraints = {} }: GrantRequest): void {
  const allowed = grantableOperations(key);
  const unknown = operations.find((operation) => !allowed.includes(operation));
  if (unknown !== undefined) throw kms.grantOperationUnfit({ operation: unknown, ...key });
  const { EncryptionContextEquals, EncryptionContextSubset } = constraints;
  const isBound = EncryptionContextEquals !== undefined || EncryptionContextSubset !== undefined;
  if (isBound && key.spec !== 'SYMMETRIC_DEFAULT') throw kms.grantConstraintsUnfit();
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
  const constraintType = Object.keys(constraints).find((name) => name.startsWith('EncryptionContext'));
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
  const isConstrained = Object.keys(request.constraints ?? {}).length > 0;
  return {
    id: randomHex(random, 64),
    key_id: found.key.id,
    region: found.key.region,
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
  const place = { id: grant.key_id, region: grant.region };
  // Deleted since it was found.
  if ((await records.findKeyAlone(db, { ...place, now: grant.created_at })) === undefined)
    throw kms.keyNotFound(grant.key_id);
  const namesakes = grant.name === null ? [] : await records.grantsNamed(db, place, grant.name);
  const same = namesakes.find((other) => isSame(other, grant));
  if (same !== undefined) {
    await records.updateGrantToken(db, { id: same.id, tokenHash: grant.token_hash });
    return same.id;
  }
  if ((await records.countGrants(db, place)) >= GRANTS_PER_KEY_MAX)
    throw kms.limitExceeded('Too many grants on the key.');
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
