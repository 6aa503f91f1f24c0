import * as records from '../storage/records/kms.ts';
import type { KmsGrantsTable } from '../storage/records/schema.ts';
import { applicableGrants } from './applicable-grants.ts';
import { toAccessQuestion } from './authorize-key-use.ts';
import type { FoundKey } from './find-key.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyUse } from './key-service.ts';

/** Retires a grant where the caller may; no error where key or grant is gone already. */
export async function retireGrant(
  parts: KeyParts,
  use: KeyUse,
  { keyArn, grantId }: { keyArn: string; grantId: string },
): Promise<void> {
  const now = parts.clock.now();
  const found = await parts.records.read(async (db) => {
    const grant = await records.findGrant(db, grantId);
    const record = grant && (await records.findKeyAlone(db, { id: grant.key_id, region: grant.region, now }));
    return grant && record?.key.arn === keyArn ? { grant, record } : undefined;
  });
  if (found === undefined) return;
  await authorizeRetirement(parts, use, found);
  await parts.records.write((db) => records.deleteGrant(db, grantId));
}

/**
 * Throws AccessDeniedException unless the grant itself names the caller (as the one who retires, or as a grantee with
 * RetireGrant) or the caller's account issued it and lets the caller retire grants. The key policy gives no right to
 * retire.
 */
export function authorizeRetirement(
  { access }: KeyParts,
  use: KeyUse,
  { grant, record }: { grant: KmsGrantsTable; record: Omit<FoundKey, 'grants'> },
): Promise<void> {
  const action = 'kms:RetireGrant';
  const { principal } = use;
  const question = toAccessQuestion({ use, action, found: { ...record, grants: [grant] } });
  const isNamed = applicableGrants([grant], { principal, action }, record.key.arn).length > 0;
  if (isNamed) return access.authorize(question);
  const isIssuer = principal.account === grant.issuing_account;
  const { resourcePolicy: _, ...withoutKeyPolicy } = question;
  return access.authorize({ ...withoutKeyPolicy, ...(isIssuer ? { resourceAccount: principal.account } : {}) });
}
