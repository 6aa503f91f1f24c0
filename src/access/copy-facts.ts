import type { CopyFacts } from '../decision/facts.ts';
import { type CopyJobRequest, gatherCopyFacts } from '../storage/records/copy-facts.ts';
import type { Database } from '../storage/records/records.ts';
import { gatherPolicies } from './gather-policies.ts';

/** The facts of one copy from our own records, with the policies that bear on its principals: what the job is decided by, and what explain shows. */
export function copyFacts(
  db: Database,
  request: CopyJobRequest,
  { now, asOf }: { now: number; asOf: number | undefined },
): Promise<CopyFacts> {
  return gatherCopyFacts(db, request, {
    now,
    asOf,
    policiesFor: (principal, account, inDb) => gatherPolicies(inDb, principal, account),
  });
}
