import * as backup from '../../../messages/backup.ts';
import { forgetAnswers, recallAnswer, rememberAnswer, type TokenScope } from '../../../storage/records/idempotency.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call } from '../operation.ts';
import { JOB_HISTORY_MS } from './limits.ts';

interface Started {
  readonly IdempotencyToken?: string | undefined;
}

/**
 * Does what a request asks once for its token: a repeated request gets the first one's answer and nothing is done. A token that comes
 * with other members is refused. Runs in the transaction in which `start` does its work. `answer` must be plain text and numbers.
 */
export async function once<Input extends Started, Answer>(
  db: Database,
  { call, operation, input }: { call: Call; operation: string; input: Input },
  start: () => Promise<Answer>,
): Promise<{ answer: Answer; isNew: boolean }> {
  const { IdempotencyToken: token, ...request } = input;
  if (token === undefined) return { answer: await start(), isNew: true };
  const scope: TokenScope = { account: call.principal.account, region: call.region, operation, token };
  const remembered = await recallAnswer(db, scope, request);
  if (remembered.kind === 'other-request') throw backup.tokenUsedForOtherRequest();
  if (remembered.kind === 'same') return { answer: JSON.parse(remembered.answer) as Answer, isNew: false };
  const answer = await start();
  await forgetAnswers(db, call.now - JOB_HISTORY_MS);
  await rememberAnswer(db, scope, { request, answer: JSON.stringify(answer), now: call.now });
  return { answer, isNew: true };
}
