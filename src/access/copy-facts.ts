import type { CopyFacts } from '../decision/facts.ts';
import { type CopyJobRequest, gatherCopyFacts, type KnownPoint } from '../storage/records/copy-facts.ts';
import type { Database } from '../storage/records/records.ts';
import type { Remember } from '../storage/records/remembered.ts';
import { gatherPolicies } from './gather-policies.ts';

/** The facts of one copy from our own records, with the policies that bear on its principals: what the job is decided by, and what explain shows. With `remember`, many copies of one moment share what does not depend on the point. With `foreseen`, of a copy whose source is yet to be made. */
export function copyFacts(
  db: Database,
  request: CopyJobRequest,
  {
    foreseen,
    remember,
    ...moment
  }: { now: number; asOf: number | undefined; foreseen?: KnownPoint; remember?: Remember },
): Promise<CopyFacts> {
  return gatherCopyFacts(db, request, {
    ...moment,
    ...(foreseen && { foreseen }),
    ...(remember && { remember }),
    policiesFor: (principal, account, inDb) => gatherPolicies(inDb, principal, account),
  });
}
