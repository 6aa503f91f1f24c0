import { createHash } from 'node:crypto';
import type { Database } from './records.ts';

/** Where a token holds: one caller's account, one Region, one operation. */
export interface TokenScope {
  readonly account: string;
  readonly region: string;
  readonly operation: string;
  readonly token: string;
}

export type Remembered =
  | { readonly kind: 'new' | 'other-request' }
  | { readonly kind: 'same'; readonly answer: string };

/** What an earlier request with this token got: its answer, or `other-request` where its other members differed. */
export async function recallAnswer(db: Database, scope: TokenScope, request: unknown): Promise<Remembered> {
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'answer'])
    .where('account_id', '=', scope.account)
    .where('region', '=', scope.region)
    .where('operation', '=', scope.operation)
    .where('token', '=', scope.token)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'new' };
  return row.request_hash === hashOf(request) ? { kind: 'same', answer: row.answer } : { kind: 'other-request' };
}

/** Keeps the answer for the token, in the transaction that did what was asked. */
export async function rememberAnswer(
  db: Database,
  scope: TokenScope,
  { request, answer, now }: { request: unknown; answer: string; now: number },
): Promise<void> {
  await db
    .insertInto('idempotency')
    .values({
      account_id: scope.account,
      region: scope.region,
      operation: scope.operation,
      token: scope.token,
      request_hash: hashOf(request),
      answer,
      created_at: now,
    })
    .execute();
}

/** Forgets answers older than `before`. */
export async function forgetAnswers(db: Database, before: number): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', before).execute();
}

/** SHA-256, hex. Same members, same hash, in whatever order they came. */
export function hashOf(request: unknown): string {
  return createHash('sha256').update(canonical(request)).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
