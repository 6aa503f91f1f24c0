import type { Database } from './records.ts';

/**
 * Writes the unique id of a deleted user or role in the place of its ARN, wherever a stored policy or grant names it as a principal, as
 * AWS does: whoever gets the same name later is somebody else. Documents that do not name it stay as they were, to the letter. A user
 * that is renamed passes its new ARN as `id`: it is still who is meant.
 */
export async function forgetPrincipal(
  db: Database,
  { arn, id }: { readonly arn: string; readonly id: string },
): Promise<void> {
  // Finds at least the documents that matter (an underscore stands for any character); what is parsed decides.
  const mention = `%${JSON.stringify(arn)}%`;
  const rewrite = (document: string): string => replacePrincipal(document, { arn, id });
  await forgetInTrustPolicies(db, mention, rewrite);
  await forgetInKeyPolicies(db, mention, rewrite);
  await forgetInVaultPolicies(db, mention, rewrite);
  await db.updateTable('kms_grants').set({ grantee_principal: id }).where('grantee_principal', '=', arn).execute();
  await db.updateTable('kms_grants').set({ retiring_principal: id }).where('retiring_principal', '=', arn).execute();
}

type Rewrite = (document: string) => string;

async function forgetInTrustPolicies(db: Database, mention: string, rewrite: Rewrite): Promise<void> {
  const rows = await db
    .selectFrom('iam_roles')
    .select(['id', 'trust_policy'])
    .where('trust_policy', 'like', mention)
    .execute();
  for (const { id, trust_policy } of rows) {
    await db
      .updateTable('iam_roles')
      .set({ trust_policy: rewrite(trust_policy) })
      .where('id', '=', id)
      .execute();
  }
}

async function forgetInKeyPolicies(db: Database, mention: string, rewrite: Rewrite): Promise<void> {
  const rows = await db.selectFrom('kms_keys').select(['arn', 'policy']).where('policy', 'like', mention).execute();
  for (const { arn, policy } of rows) {
    await db
      .updateTable('kms_keys')
      .set({ policy: rewrite(policy) })
      .where('arn', '=', arn)
      .execute();
  }
}

async function forgetInVaultPolicies(db: Database, mention: string, rewrite: Rewrite): Promise<void> {
  const rows = await db
    .selectFrom('vaults')
    .select(['arn', 'access_policy'])
    .where('access_policy', 'like', mention)
    .execute();
  for (const { arn, access_policy } of rows) {
    if (access_policy === null) continue;
    await db
      .updateTable('vaults')
      .set({ access_policy: rewrite(access_policy) })
      .where('arn', '=', arn)
      .execute();
  }
}

interface Deleted {
  readonly arn: string;
  readonly id: string;
}

/** Only `Principal` and `NotPrincipal` change: the ARN may stand among resources or conditions too, where it stays text. */
function replacePrincipal(document: string, deleted: Deleted): string {
  const policy = JSON.parse(document) as { Statement?: unknown };
  const statements = [policy.Statement].flat() as Array<Record<string, unknown> | undefined>;
  let isChanged = false;
  for (const statement of statements) {
    for (const element of ['Principal', 'NotPrincipal']) {
      const principals = statement?.[element] as { AWS?: unknown } | undefined;
      if (typeof principals !== 'object' || principals === null || !('AWS' in principals)) continue;
      const replaced = replaceIn(principals.AWS, deleted);
      isChanged ||= replaced !== principals.AWS;
      principals.AWS = replaced;
    }
  }
  return isChanged ? JSON.stringify(policy) : document;
}

function replaceIn(named: unknown, { arn, id }: Deleted): unknown {
  if (named === arn) return id;
  if (!Array.isArray(named) || !named.includes(arn)) return named;
  return named.map((each: unknown) => (each === arn ? id : each));
}
